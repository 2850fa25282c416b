const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const STEPS = [
  HOUR / 4,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  30 * DAY,
  90 * DAY,
  365 * DAY,
];
/** How many lines the axis has besides its beginning, at most. */
const MOST_LINES = 4;

export interface Timed {
  readonly issuedAt: string | null;
  readonly deliveredAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly relayedAt: string | null;
}

/** One axis of time for all rows. */
export interface Axis {
  readonly from: number;
  /** In milliseconds after its beginning. */
  readonly lines: readonly number[];
  readonly span: number;
}

const instants = ({ issuedAt, deliveredAt, acknowledgedAt, relayedAt }: Timed): readonly number[] =>
  [issuedAt, deliveredAt, acknowledgedAt, relayedAt].flatMap((at) => (at === null ? [] : [Date.parse(at)]));

/** The axis on which all of these lie: from the first of their instants, a little beyond the last. Undefined where nothing is known. */
export const axisOf = (rows: readonly Timed[]): Axis | undefined => {
  const all = rows.flatMap(instants);
  if (all.length === 0) return undefined;
  const from = Math.min(...all);
  const length = Math.max(...all) - from;
  const step = STEPS.find((one) => length / one <= MOST_LINES) ?? length / MOST_LINES;
  const count = Math.max(1, Math.floor(length / step));
  return {
    from,
    lines: Array.from({ length: count + 1 }, (_, n) => n * step),
    span: Math.max(length, count * step) + step * 0.3,
  };
};

/** Where an instant lies on it, in per cent. */
export const placeOn = ({ from, span }: Axis, at: string): number =>
  Math.max(0, Math.min(100, ((Date.parse(at) - from) / span) * 100));

/** From where to where something lasted, in per cent; undefined where one of the two has not come. */
export const stretchOn = (axis: Axis, from: string | null, to: string | null) => {
  if (from === null || to === null) return undefined;
  const start = placeOn(axis, from);
  return { left: `${start}%`, width: `${placeOn(axis, to) - start}%` };
};
