import { amending } from './amending';
import { observing } from './observing';
import { ordering } from './ordering';
import { rectifying } from './rectifying';
import { verifying } from './verifying';
import type { FindingAct } from './finding-act';

/** Every command of a finding's course. */
export const ACTS: Readonly<Record<string, FindingAct>> = {
  ...observing,
  ...ordering,
  ...rectifying,
  ...verifying,
  ...amending,
};
