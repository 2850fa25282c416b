import { refused, type Bar, type BarKind, type Occasion, type Text } from '#kernel';
import type { FindingRefusal } from './finding.refusals.js';
import type { Finding, FindingState } from './finding.state.js';

/** What stands in the way where there is a finding; where there is none, the rule says so. */
export type FindingBar<K = unknown> = Bar<FindingState, FindingRefusal, K>;

/** Declares a bar by the code with which it refuses; `says` is what it asks for. */
export const bar = <K = unknown>(
  kind: BarKind,
  says: Text,
  why: (state: Finding, on: Occasion, known: K) => FindingRefusal | undefined,
): FindingBar<K> => ({
  kind,
  says,
  stands: (state, on, known) => {
    const code = state.is === 'new' ? undefined : why(state, on, known);
    return code && refused(code);
  },
});
