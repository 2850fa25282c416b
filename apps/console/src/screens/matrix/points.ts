import { PARTIES, type Mark, type Marks, type Party } from '../../ui/marks';

interface Linked {
  readonly id: string;
  readonly chain: { readonly id: string; readonly at: number } | null;
  readonly matter: string;
  readonly step: string;
  readonly place: string | null;
  readonly territory: { readonly id: string };
}

type State = 'HELD' | 'PROPOSED' | 'UNHELD' | 'NOT_REQUIRED' | 'WAIVED';
export type WithCells = Readonly<Record<Party, { readonly state: State }>>;

const MARKS: Readonly<Record<State, Mark>> = {
  HELD: 'held',
  PROPOSED: 'part',
  UNHELD: 'none',
  NOT_REQUIRED: 'free',
  WAIVED: 'free',
};

/** How a cell stands: named and not accepted yet is not whole. */
export const markOf = ({ state }: { readonly state: State }): Mark => MARKS[state];

/** How the four parties of a duty point stand. */
export const marksOf = (point: WithCells): Marks => ({
  territorial: markOf(point.territorial),
  departmental: markOf(point.departmental),
  unit: markOf(point.unit),
  individual: markOf(point.individual),
});

/** Whether somebody is required and nobody holds. */
export const isUnowned = (point: WithCells): boolean => PARTIES.some((party) => markOf(point[party]) === 'none');

/** Whether this cell is a hole to go to. */
export const isHole = (mark: Mark): boolean => mark === 'none' || mark === 'part';

/** Whether all that is required is held. */
export const isWhole = (point: WithCells): boolean => !PARTIES.some((party) => isHole(markOf(point[party])));

/** Steps of one chain in their order, at the place of the first of them; what is linked to nothing stays where it was. */
const inOrder = <Point extends Linked>(points: readonly Point[]): readonly Point[] => {
  const chains = new Map<string, Point[]>();
  for (const point of points) {
    const key = point.chain?.id ?? point.id;
    chains.set(key, [...(chains.get(key) ?? []), point]);
  }
  return [...chains.values()].flatMap((chain) =>
    chain.toSorted((one, other) => (one.chain?.at ?? 0) - (other.chain?.at ?? 0)),
  );
};

/** What rows may stand together by. */
export const ORDERS = ['place', 'matter', 'step'] as const;
export type Order = (typeof ORDERS)[number];

const KEYS: Readonly<Record<Order, (point: Linked) => string>> = {
  place: ({ place, matter, territory }) => JSON.stringify([territory.id, place, matter]),
  matter: ({ matter }) => matter,
  step: ({ step }) => step,
};

const together = <Point extends Linked>(points: readonly Point[], by: Order): readonly (readonly Point[])[] => {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const key = KEYS[by](point);
    const group = groups.get(key);
    if (group) group.push(point);
    else groups.set(key, [point]);
  }
  const found = [...groups];
  if (by !== 'place') found.sort(([one], [other]) => one.localeCompare(other, 'zh'));
  return found.map(([, group]) => group);
};

/**
 * Duty points of one matter at one place, each group in the order of its steps; or of one matter, or of one step, at all places, by
 * their names.
 */
export const grouped = <Point extends Linked>(
  points: readonly Point[],
  by: Order = 'place',
): readonly (readonly Point[])[] => {
  const chains = together(points, 'place').map(inOrder);
  return by === 'place' ? chains : together(chains.flat(), by);
};
