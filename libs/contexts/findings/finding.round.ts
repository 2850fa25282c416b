import type { Act, Id } from '#kernel';

export type OrgId = Id<'organisation'>;

/** What one verifier made of the fix. */
interface Result {
  readonly by: Act['actorId'];
  readonly orgId?: OrgId;
  readonly passed: boolean;
  readonly at: string;
}

/** What became of a round: it was closed out (and may have relapsed), or the order was taken back, given to somebody else or merged away. */
export type RoundOutcome = 'closedOut' | 'relapsed' | 'redirected' | 'withdrawn' | 'merged';
/**
 * F6: one order and what came of it. What happens is charged to the unit and the verifiers of the round that it happens in, whoever
 * comes next. Times are those of recording, which nobody can choose (W3).
 */
export interface Round {
  readonly unit: OrgId;
  readonly acceptor: OrgId;
  readonly orderedAt: string;
  /** What late is measured by; it never moves. */
  readonly firstDueAt: string;
  readonly dueAt: string;
  readonly extensions: number;
  readonly acknowledgedAt?: string;
  /** The newest report that it is done. */
  readonly completion?: {
    readonly at: string;
    readonly by: Act['actorId'];
    /** It was entered late by its two times: it counts neither as on time nor as late (W3). */
    readonly lateEntry?: true;
  };
  readonly results: readonly Result[];
  /** How often it was sent back by a verifier or the acceptor. */
  readonly returned: number;
  readonly closedOut?: { readonly at: string; readonly by: Act['actorId'] };
  readonly outcome?: RoundOutcome;
  /** Reported done after the first due time, or ended after it with nothing done. Once late is late for good. */
  readonly late: boolean;
}
