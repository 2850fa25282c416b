import type { Entered, Item } from './queue/item';
import type { FieldStore } from './queue/store';
import type { Things } from './things';

/** A place that somebody has named before, with what belongs to it. */
export type Recent = Pick<Entered, 'place' | 'territoryId' | 'dutyPointId' | 'unitId'>;

/** What one person has used at this phone, for the next finding. */
export interface Used {
  readonly recent: readonly Recent[];
  /** How often each kind was used. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly class: string;
  readonly severity: string;
}

const USUAL: Used = { recent: [], kinds: {}, class: 'inadequateControl', severity: 'minor' };
const MOST = 3;
const keyOf = (owner: string): string => `used ${owner}`;

export const keptUsed = async (store: FieldStore, owner: string): Promise<Used> =>
  (await store.kept<Used>(keyOf(owner))) ?? USUAL;

const isSamePlace = (one: Recent, other: Recent): boolean =>
  one.place === other.place && one.dutyPointId === other.dutyPointId;

/** What is used next is what was used now. */
export const usedAfter = (used: Used, entered: Entered): Used => {
  const { place, territoryId, dutyPointId, unitId, class: of } = entered;
  const now: Recent = { place, territoryId, dutyPointId, unitId };
  return {
    recent: [now, ...used.recent.filter((one) => !isSamePlace(one, now))].slice(0, MOST),
    kinds: { ...used.kinds, [of]: (used.kinds[of] ?? 0) + 1 },
    class: of,
    severity: USUAL.severity,
  };
};

export const keepUsed = (store: FieldStore, owner: string, used: Used): Promise<void> => store.keep(keyOf(owner), used);

/** Kinds in the order in which somebody uses them. */
export const byUse = (kinds: readonly string[], used: Used): readonly string[] =>
  kinds.toSorted((one, other) => (used.kinds[other] ?? 0) - (used.kinds[one] ?? 0));

const isOfUnit = (things: Things | undefined): boolean => {
  const roles = things?.me.grants.map(({ role }) => role) ?? [];
  return roles.length > 0 && roles.every((role) => role === 'unit' || role === 'unitHead');
};

/** What a new finding begins with: everything but what was seen. */
export const beginning = (used: Used, things: Things | undefined): Entered => ({
  ...{ kind: isOfUnit(things) ? 'selfCheck' : 'inspection', class: used.class, severity: used.severity },
  ...{ place: '', territoryId: things?.me.territory?.id, dutyPointId: undefined, unitId: undefined },
  ...used.recent[0],
  ...{ description: '', seenAt: undefined },
});

/** Whether somebody has put anything into it. */
export const isBegun = ({ entered, photos }: Pick<Item, 'entered' | 'photos'>): boolean =>
  entered.description.trim() !== '' || photos.length > 0;
