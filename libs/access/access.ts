import { isWithin, type Capacity, type Id, type Owner, type Role, type TerritoryPath } from '#kernel';

/** A signed-in person, as the identity layer vouches for them. */
export interface Actor extends Capacity {
  readonly actorId: Id<'person'> | Id<'system'>;
  readonly orgId: Id<'organisation'>;
  readonly territory: TerritoryPath;
  readonly roles: readonly Role[];
}

/**
 * How far a role reaches: a whole subtree of territories, the own organisation, everything, no more than the directories of places
 * and bodies, or nothing: the public reads what was published for it, and nothing is yet.
 */
type Reach = 'territory' | 'organisation' | 'everything' | 'directories' | 'nothing';

const REACH: Readonly<Record<Role, Reach>> = {
  inspector: 'territory',
  lead: 'territory',
  supervision: 'territory',
  'supervision-head': 'territory',
  hq: 'territory',
  commander: 'territory',
  discipline: 'territory',
  auditor: 'territory',
  unit: 'organisation',
  'unit-head': 'organisation',
  public: 'nothing',
  admin: 'directories',
  system: 'everything',
};

/** What somebody may see, in a form that a store can filter by. Both arms together: either is enough. */
export interface Scope {
  /** Rows of this subtree; undefined when no role of theirs reaches by territory. */
  readonly territory?: TerritoryPath;
  /** Rows in which this organisation holds a stake. */
  readonly org?: Id<'organisation'>;
  /** The directories of places and bodies, which belong to nobody. */
  readonly directories?: true;
}

/** Nobody may see anything unless a role of theirs reaches it (default deny). */
export const scopeOf = (actor: Actor): Scope => {
  const reaches = actor.roles.map((role) => REACH[role]);
  const has = (reach: Reach) => reaches.includes(reach);
  if (has('everything')) return { territory: '', directories: true };
  return {
    ...(reaches.some((reach) => reach !== 'nothing') ? { directories: true } : {}),
    ...(has('territory') ? { territory: actor.territory } : {}),
    ...(has('territory') || has('organisation') ? { org: actor.orgId } : {}),
  };
};

/** Whether a thing lies within a scope. */
export const isInScope = (scope: Scope, owner: Owner): boolean =>
  (scope.territory !== undefined && isWithin(owner.territory, scope.territory)) ||
  (scope.org !== undefined && owner.orgs.includes(scope.org));

/** Why a command may not even be decided. NOT_FOUND covers "not yours", so that nobody can probe for what exists. */
export type Denial = 'ROLE_MAY_NOT' | 'NOT_FOUND';

/** One decision for one command: a role that may ask for it, on a thing within that role's reach. Undefined means allowed. */
export const denied = (actor: Actor, allowed: readonly Role[], owner: Owner | undefined): Denial | undefined => {
  const roles = actor.roles.filter((role) => allowed.includes(role));
  if (roles.length === 0) return 'ROLE_MAY_NOT';
  if (!owner) return 'NOT_FOUND';
  // Administrators configure, they hold no cases: a role list that names them is about configuration, which has no owner to check.
  if (roles.includes('admin')) return undefined;
  return isInScope(scopeOf({ ...actor, roles }), owner) ? undefined : 'NOT_FOUND';
};
