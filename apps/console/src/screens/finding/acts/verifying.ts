import assignVerifier from 'act:assignVerifier';
import replaceVerifier from 'act:replaceVerifier';
import passVerification from 'act:passVerification';
import failVerification from 'act:failVerification';
import approveCloseOut from 'act:approveCloseOut';
import refuseCloseOut from 'act:refuseCloseOut';
import recordLookBack from 'act:recordLookBack';
import reopenRectification from 'act:reopenRectification';
import type { Finding } from '../query';
import type { FindingAct } from './finding-act';
import { ConditionsEntry } from './conditions-entry';

const whereItWas = ({ place }: Finding) => ({ place });

/** Who looks whether it holds, and what follows. */
export const verifying = {
  assignVerifier,
  replaceVerifier,
  passVerification: {
    ...passVerification,
    begin: whereItWas,
  },
  failVerification: {
    ...failVerification,
    begin: whereItWas,
  },
  approveCloseOut: {
    ...approveCloseOut,
    entries: { conditions: ConditionsEntry },
  },
  refuseCloseOut,
  recordLookBack,
  reopenRectification,
} satisfies Readonly<Record<string, FindingAct>>;
