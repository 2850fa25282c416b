import { isWithin, type Capacity, type Id, type Owner, type Role, type TerritoryPath } from '#kernel';

/** A role that somebody has, and over what: a place and all below it, or one body. A role that names neither reaches by itself. */
export interface Granted {
  readonly role: Role;
  readonly territory?: TerritoryPath;
  readonly orgId?: Id<'organisation'>;
}

/** A signed-in person, as the identity layer vouches for them; they act for one body. */
export interface Actor extends Capacity {
  readonly actorId: Id<'person'> | Id<'system'>;
  readonly orgId: Id<'organisation'>;
  readonly grants: readonly Granted[];
  /** What they are granted stands in the log and is read there again for each act; a token of development states it. */
  readonly byRecord?: true;
  /** The roles that what they show may be used with; all of theirs where nothing is said. */
  readonly onlyAs?: readonly Role[];
}

/** Somebody whose roles all reach over one place, or for the body that they act for. */
export const actorWith = ({
  territory,
  roles,
  ...capacity
}: Capacity &
  Pick<Actor, 'actorId' | 'orgId'> & {
    readonly territory: TerritoryPath;
    readonly roles: readonly Role[];
  }): Actor => ({
  ...capacity,
  grants: roles.map((role) => ({ role, territory, orgId: capacity.orgId })),
});

/** Which roles somebody has, wherever. */
export const rolesOf = ({ grants }: Pick<Actor, 'grants'>): readonly Role[] => grants.map(({ role }) => role);

/** The grants of somebody that are of one of these roles. */
export const grantsOfRole = ({ grants }: Pick<Actor, 'grants'>, who: readonly Role[]): readonly Granted[] =>
  grants.filter(({ role }) => who.includes(role));

/** Whether somebody has one of these roles, wherever. */
export const hasOneOf = (actor: Pick<Actor, 'grants'>, who: readonly Role[]): boolean =>
  grantsOfRole(actor, who).length > 0;

/** What the system does of itself. */
export const isSystem = (actor: Pick<Actor, 'grants'>): boolean => rolesOf(actor).includes('system');

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

/** What somebody may see, in a form that a store can filter by. All arms together: any is enough. */
export interface Scope {
  /** Rows of these subtrees. */
  readonly territories: readonly TerritoryPath[];
  /** Rows in which one of these organisations holds a stake. */
  readonly orgs: readonly Id<'organisation'>[];
  /** The directories of places and bodies, which belong to nobody. */
  readonly directories: boolean;
  /** The entries of people, too. */
  readonly registers: boolean;
}

/** Nothing at all. */
export const NOTHING: Scope = { territories: [], orgs: [], directories: false, registers: false };

const EVERYTHING: Scope = { territories: [''], orgs: [], directories: true, registers: true };

const reachOf = ({ grants, orgId }: Pick<Actor, 'grants' | 'orgId'>): Scope => {
  const reaching = new Set<Reach>();
  const territories = new Set<TerritoryPath>();
  const orgs = new Set<Id<'organisation'>>();
  for (const { role, territory, orgId: of } of grants) {
    const reach = REACH[role];
    reaching.add(reach);
    if (reach === 'territory' && territory !== undefined) territories.add(territory);
    if (reach === 'organisation' && of) orgs.add(of);
  }
  if (reaching.has('everything')) return EVERYTHING;
  // Who works for a body sees what that body has a stake in, wherever it lies.
  const own = territories.size > 0 ? [orgId] : [];
  reaching.delete('nothing');
  return {
    territories: [...territories],
    orgs: [...new Set([...own, ...orgs])],
    directories: reaching.size > 0,
    registers: reaching.has('directories'),
  };
};

const KNOWN = new WeakMap<object, Scope>();

/**
 * Nobody may see anything unless a role of theirs reaches it (default deny). Found once for each actor, however much they ask for: what
 * somebody is granted is never changed, only read anew.
 */
export const scopeOf = (actor: Pick<Actor, 'grants' | 'orgId'>): Scope => {
  const known = KNOWN.get(actor) ?? reachOf(actor);
  KNOWN.set(actor, known);
  return known;
};

/** Whether a thing lies within a scope. */
export const isInScope = (scope: Scope, owner: Owner): boolean =>
  scope.territories.some((territory) => isWithin(owner.territory, territory)) ||
  scope.orgs.some((org) => owner.orgs.includes(org)) ||
  (scope.registers && owner.register === true);

/** Why a command may not even be decided. NOT_FOUND covers "not yours", so that nobody can probe for what exists. */
export type Denial = 'ROLE_MAY_NOT' | 'NOT_FOUND';

/** One decision for one command: a role that may ask for it, on a thing within that role's reach. Undefined means allowed. */
export const denied = (
  actor: Pick<Actor, 'grants' | 'orgId'>,
  allowed: readonly Role[],
  owner: Owner | undefined,
): Denial | undefined => {
  const grants = grantsOfRole(actor, allowed);
  if (grants.length === 0) return 'ROLE_MAY_NOT';
  if (!owner) return 'NOT_FOUND';
  // Administrators configure, they hold no cases: a role list that names them is about configuration, which has no owner to check.
  if (grants.some(({ role }) => role === 'admin')) return undefined;
  return isInScope(reachOf({ orgId: actor.orgId, grants }), owner) ? undefined : 'NOT_FOUND';
};
