import { uuidOf, type Id } from './ids.js';

/**
 * A closed path of territories from the root, each segment ended by a slash, so that no path is a prefix of a sibling's:
 * `8f3c…/02ab…/`. The empty string is the root of everything.
 */
export type TerritoryPath = string;

/** The path of a territory below its parent. */
export const pathBelow = (parent: TerritoryPath, territory: Id<'territory'>): TerritoryPath =>
  `${parent}${uuidOf(territory)}/`;

/** Whether a territory lies in the subtree of another, itself included. */
export const isWithin = (path: TerritoryPath, ancestor: TerritoryPath): boolean => path.startsWith(ancestor);

/** The smallest territory that holds both: who governs it is their common superior. */
export const commonPath = (one: TerritoryPath, other: TerritoryPath): TerritoryPath => {
  const segments = other.split('/');
  const differs = one.split('/').findIndex((segment, index) => segment !== segments[index]);
  if (differs < 0) return one;
  return segments
    .slice(0, differs)
    .map((segment) => `${segment}/`)
    .join('');
};

/** Whose a thing is: the place it belongs to, and the organisations that hold a stake in it. */
export interface Owner {
  readonly territory: TerritoryPath;
  readonly orgs: readonly Id<'organisation'>[];
  /** It is an entry of who there is: administrators keep such, whoever else may see them. */
  readonly register?: true;
}

/** Who may see a thing: those whom its owner gives a right to, or everybody whose role reads directories, as with names of places. */
export type SeenBy = Owner | 'everybody';
