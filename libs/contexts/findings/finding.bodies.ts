import { organisationStream, type OrgKind } from '#contexts/parties';
import type { Id, StateReader, TerritoryPath } from '#kernel';

type OrgId = Id<'organisation'>;

/** Where a body stands among the others. */
export interface Body {
  readonly kind: OrgKind;
  readonly territory: TerritoryPath;
  /** The bodies above it, the nearest first. */
  readonly above: readonly OrgId[];
  /** It is not dissolved. */
  readonly stands: boolean;
}

/** The bodies that a decision speaks of; one that is missing is not there at all. */
export type Bodies = ReadonlyMap<OrgId, Body>;

/** The bodies above one, as far as they are on record; whoever wrote a circle into the directory does not stop us. */
const bodiesAbove = async (read: StateReader, first: OrgId | undefined): Promise<readonly OrgId[]> => {
  const above: OrgId[] = [];
  for (let next = first; next && !above.includes(next);) {
    above.push(next);
    const state = await read.state(organisationStream, next);
    next = state.is === 'new' ? undefined : state.parentId;
  }
  return above;
};

/** Reads where these bodies stand. */
export const bodiesOf = async (read: StateReader, ids: readonly (OrgId | undefined)[]): Promise<Bodies> => {
  const named = [...new Set(ids)].filter((id) => id !== undefined);
  const found = await Promise.all(
    named.map(async (id) => {
      const state = await read.state(organisationStream, id);
      if (state.is === 'new') return [];
      const { orgKind: kind, territoryPath: territory, parentId } = state;
      const body: Body = { kind, territory, above: await bodiesAbove(read, parentId), stands: state.is === 'active' };
      return [[id, body] as const];
    }),
  );
  return new Map(found.flat());
};

/** Whether a body is there to be named for something. */
export const stands = (bodies: Bodies, id: OrgId): boolean => bodies.get(id)?.stands ?? false;

/** Whether a body stands below another, at whatever depth. */
export const isBelow = (bodies: Bodies, id: OrgId, other: OrgId): boolean =>
  bodies.get(id)?.above.includes(other) ?? false;

/** SD1: whether a body is this one, stands below it or directly above it. */
export const isTooNear = (bodies: Bodies, id: OrgId, other: OrgId): boolean =>
  id === other || isBelow(bodies, id, other) || bodies.get(other)?.above[0] === id;
