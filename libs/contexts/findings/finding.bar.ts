import { barBesideOf, barOf, type Bar } from '#kernel';
import type { FindingRefusal } from './finding.refusals.js';
import type { FindingState } from './finding.state.js';

export type FindingBar<K = unknown> = Bar<FindingState, FindingRefusal, K>;

/** Declares something that stands in the way of a command of a finding. */
export const bar = barOf<FindingState, FindingRefusal>();

/** The same of what looks at what is known of others. */
export const barBeside = barBesideOf<FindingState, FindingRefusal>();
