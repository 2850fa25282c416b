/** An event as far as its age and place decide about it. */
interface Aging {
  readonly revision: bigint;
  /** When it was written, in milliseconds. */
  readonly at: number;
  readonly data: Uint8Array;
}

/** What the metadata of a stream says about how long its events are shown. */
interface Retention {
  readonly $maxCount?: number;
  readonly $maxAge?: number;
  readonly $tb?: number;
}

/** What deleting a stream softly sets `$tb` to (kurrentdb.md 6, row 16): no revision is as high. */
export const ALL = '9223372036854775807';

/** What the last event of a stream's metadata stream says. */
export const retentionIn = (metadata: readonly Aging[]): Retention => {
  const last = metadata.at(-1);
  return last ? (JSON.parse(Buffer.from(last.data).toString()) as Retention) : {};
};

/** Whether a stream is read as one that never was, and takes a beginning (kurrentdb.md 6, row 16; 4.1). */
export const isDeleted = ({ $tb }: Retention): boolean => ($tb ?? 0) >= Number(ALL);

/**
 * The events of a stream that are shown to its readers: from a later revision on, as if those before had never been, while the log of all
 * streams shows them still (kurrentdb.md 6, row 16).
 */
export const shown = <E extends Aging>(held: readonly E[], retention: Retention, now: number): readonly E[] => {
  const { $maxCount = Infinity, $maxAge = Infinity, $tb = 0 } = retention;
  const first = BigInt(Math.max(0, held.length - $maxCount));
  return held.filter(({ revision, at }) => revision >= first && revision >= BigInt($tb) && at >= now - $maxAge * 1_000);
};
