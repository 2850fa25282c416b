import { scopeOf, type Actor, type Scope } from '#access';
import { isWithin, type AnyView, type TerritoryPath } from '#kernel';
import type { SqlValues } from './sql-values.js';

/** Whose eyes look at a view, and at which subtree of territories. */
export interface Sight {
  readonly actor: Actor;
  /** The territory in which rows must lie; everywhere when left out. */
  readonly within?: TerritoryPath;
}

/** The path of what is no territory: it is not closed, so no row lies below it. */
export const NOWHERE: TerritoryPath = '-';

/**
 * The rows that somebody may see: `libs/access` is asked once, and what it does not grant is not there (default deny).
 * Directories hold what everybody may look up whose role reads at all, and lie in no territory.
 */
export const visibleTo = (view: AnyView, { actor, within = '' }: Sight, values: SqlValues): string => {
  const scope = scopeOf(actor);
  if (view.owner === 'directory') return scope.directories ? 'directory' : 'false';
  if (view.register && scope.registers) return inSubtree(within, values);
  if (seesAllOf(within, scope)) return inSubtree(within, values);
  return `${inScope(scope, values)} AND ${inSubtree(within, values)}`;
};

/**
 * Under what everything can be found that somebody may see; undefined when that may be any row. There may be more: what is found
 * still has to be `visibleTo`.
 */
export const scopesOf = (view: AnyView, { actor, within = '' }: Sight): readonly string[] | undefined => {
  const scope = scopeOf(actor);
  if (view.owner === 'directory' || (view.register && scope.registers)) return undefined;
  const scopes = narrowed(scope, within);
  return scopes.includes('') ? undefined : scopes;
};

/**
 * The versions of the past whose rows are still theirs to see: what was closed to somebody since then stays closed, whatever they
 * could see then. A row that is gone stays as its last version left it. `past` holds the versions, `table` the rows that are there.
 */
export const stillVisibleTo = (
  view: AnyView,
  { actor }: Sight,
  { table, past, values }: { readonly table: string; readonly past: string; readonly values: SqlValues },
): readonly string[] => {
  const visible = visibleTo(view, { actor }, values);
  if (view.owner === 'directory' || visible === 'true') return [];
  const newest = (of: string, which: string) =>
    `(SELECT ${visible} FROM ${of} AS newest WHERE newest.key = ${past}.key ${which})`;
  return [`COALESCE(${newest(table, '')}, ${newest(past, 'ORDER BY newest.since DESC LIMIT 1')})`];
};

/** Whoever may see a territory may see all of it, whoever else has a stake in it. */
const narrowed = (scope: Scope, within: TerritoryPath): readonly string[] => {
  if (seesAllOf(within, scope)) return [within];
  return [...scope.territories.filter((territory) => isWithin(territory, within)), ...scope.orgs];
};

const seesAllOf = (within: TerritoryPath, { territories }: Scope): boolean =>
  territories.some((territory) => isClosed(territory) && isWithin(within, territory));

/** A path that is not closed could be a prefix of its siblings: it reaches nothing. */
const isClosed = (path: TerritoryPath): boolean => path === '' || path.endsWith('/');

const inScope = ({ territories, orgs }: Scope, values: SqlValues): string => {
  const arms = [
    ...territories.map((territory) => inSubtree(territory, values)),
    ...(orgs.length === 0 ? [] : [`orgs && ARRAY[${orgs.map((org) => `${values.bind(org)}::text`).join()}]`]),
  ];
  return arms.length > 0 ? `(${arms.join(' OR ')})` : 'false';
};

/**
 * A subtree as a range of bytes: every path in it starts with the root's path, whose last byte is a slash, and sorts before the
 * same path with the next byte in its place.
 */
const inSubtree = (root: TerritoryPath, values: SqlValues): string => {
  if (root === '') return 'true';
  if (!isClosed(root)) return 'false';
  const end = `${root.slice(0, -1)}0`;
  return `(territory >= ${values.bind(root)} AND territory < ${values.bind(end)})`;
};
