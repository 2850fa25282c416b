import type { Id, Occasion } from '#kernel';

type Actor = Occasion['actorId'];

/** What one command came to, as far as its client knows. */
export type Attempt =
  /** It is in the log: so many events, of which the last has this position. */
  | { readonly is: 'acked'; readonly events: number; readonly position: bigint }
  /** It is not in the log, and asking again would not help. */
  | { readonly is: 'refused'; readonly why: string }
  /** It may or may not be in the log: asking again with the same command id tells. */
  | { readonly is: 'unknown'; readonly why: string }
  /** It is not in the log by now; asking again may help. */
  | { readonly is: 'later'; readonly why: string };

/** One command, and the last thing its client heard of it. */
export interface Told {
  readonly stream: Id;
  readonly commandId: string;
  readonly actorId: Actor;
  /** How many events it stands for. */
  readonly events: number;
  readonly last: Attempt;
  /** Every reason it was given on the way. */
  readonly reasons: readonly string[];
}

/** How many commands came to each end. */
export const counted = (told: readonly Told[]): Record<Attempt['is'], number> => {
  const count = { acked: 0, refused: 0, unknown: 0, later: 0 };
  for (const { last } of told) count[last.is]++;
  return count;
};

/** How often each reason was given. */
export const reasons = (told: readonly Told[]): Record<string, number> => {
  const count: Record<string, number> = {};
  for (const why of told.flatMap((one) => one.reasons)) count[why] = (count[why] ?? 0) + 1;
  return count;
};
