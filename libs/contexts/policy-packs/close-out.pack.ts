import type { Pack } from './effective.js';

/** What a close-out may leave unproven, and who may decide on one. */
export interface CloseOutPolicy {
  /** For each condition that may be "not applicable": the classes of finding that it may be so for (R5). */
  readonly mayNotApply: Readonly<Record<string, readonly string[]>>;
  /** The kinds of body that may decide on a close-out (R6). */
  readonly acceptors: readonly string[];
}

/**
 * That the effect meets the standard and that the cause is removed is proven of every finding. Where the shortcoming lies in how
 * work was set up, there may have been no unlawful conduct; where it was one single act, there is nothing of the same kind.
 */
export const closeOutPack: Pack<CloseOutPolicy> = [
  {
    from: '2020-01-01T00:00:00.000Z',
    value: {
      mayNotApply: {
        conductHandled: [
          ...['responsibilityGap', 'responsibilityNotEnforced', 'inadequateControl', 'insensitiveSentinel'],
          ...['insufficientCapacity', 'lateTracing'],
        ],
        sameKindFixed: ['responsibilityGap', 'withoutApproval', 'obstruction'],
      },
      acceptors: ['supervisionOffice', 'headquarters', 'government'],
    },
  },
];
