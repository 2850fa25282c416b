/** What is told of one body that an order went to. */
export interface OneHop {
  readonly id: string;
  readonly depth: number;
  readonly recipient: { readonly id: string } | null;
  readonly deliveredAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly relayedAt: string | null;
  readonly bodiesBelow: number | null;
}

/** Where the order stands there: where it began, how far it came, or where it broke off. */
export type Standing = 'start' | 'undelivered' | 'unacknowledged' | 'stopped' | 'passedOn' | 'end';

/** Nobody passes on what they have nobody below them for. */
export const standingOf = (hop: OneHop): Standing => {
  if (hop.recipient === null) return 'start';
  if (hop.relayedAt !== null) return 'passedOn';
  if (hop.acknowledgedAt !== null) return hop.bodiesBelow === 0 ? 'end' : 'stopped';
  return hop.deliveredAt === null ? 'undelivered' : 'unacknowledged';
};

const BROKEN: readonly Standing[] = ['undelivered', 'unacknowledged', 'stopped'];

/** Whether the order came no further. */
export const isBroken = (hop: OneHop): boolean => BROKEN.includes(standingOf(hop));

/** The place of the next break after one; from the end on to the first. */
export const nextBreak = (hops: readonly OneHop[], from: number): number | undefined => {
  const places = hops.flatMap((hop, place) => (isBroken(hop) ? [place] : []));
  return places.find((place) => place > from) ?? places[0];
};

/** The place of the one above; of the first ones, their own. */
const above = (hops: readonly OneHop[], from: number): number => {
  const depth = hops[from]?.depth ?? 0;
  const found = hops.slice(0, from).findLastIndex((hop) => hop.depth < depth);
  return found < 0 ? from : found;
};

const below = (hops: readonly OneHop[], from: number): number =>
  (hops[from + 1]?.depth ?? 0) > (hops[from]?.depth ?? 0) ? from + 1 : from;

const STEPS: Readonly<Record<string, (hops: readonly OneHop[], from: number) => number>> = {
  ArrowDown: (_, from) => from + 1,
  ArrowUp: (_, from) => from - 1,
  ArrowLeft: above,
  ArrowRight: below,
  Home: () => 0,
  End: (hops) => hops.length - 1,
};

/** Where a key leads among the rows; nowhere for keys that do not move. */
export const moved = (hops: readonly OneHop[], from: number, code: string): number | undefined => {
  const next = STEPS[code]?.(hops, from);
  return next === undefined ? undefined : Math.max(0, Math.min(hops.length - 1, next));
};

/** How many levels and bodies there are, and how far the order came. */
export const countsOf = (hops: readonly OneHop[]) => {
  const bodies = hops.filter(({ recipient }) => recipient !== null);
  const known = (field: 'deliveredAt' | 'acknowledgedAt' | 'relayedAt') =>
    bodies.filter((hop) => hop[field] !== null).length;
  return {
    levels: new Set(bodies.map(({ depth }) => depth)).size,
    bodies: bodies.length,
    ...{ delivered: known('deliveredAt'), acknowledged: known('acknowledgedAt'), passedOn: known('relayedAt') },
  };
};
