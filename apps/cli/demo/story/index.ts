import type { Step } from '../step.js';
import { accounts } from './accounts.js';
import { cascade } from './cascade.js';
import { closedFinding } from './closed-finding.js';
import { exit } from './exit.js';
import { founding } from './founding.js';
import { gapFinding } from './gap-finding.js';
import { notices } from './notices.js';
import { openFinding } from './open-finding.js';

/** The demo jurisdiction, in the order in which it came about. */
export const story = (): readonly Step[] =>
  inOrder([
    ...founding,
    ...accounts,
    ...notices(),
    ...cascade(),
    ...exit,
    ...[gapFinding, closedFinding, openFinding].flatMap(numberedAtOnce),
  ]);

/** The system numbers what is recorded before the story, which is told faster than it was lived, goes on. */
const numberedAtOnce = ([recorded, ...rest]: readonly Step[]): readonly Step[] =>
  recorded ? [{ ...recorded, settle: true }, ...rest] : [];

/** What happened later is told later; what happened at one moment stays in its order. */
export const inOrder = (steps: readonly Step[]): readonly Step[] =>
  [...steps].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
