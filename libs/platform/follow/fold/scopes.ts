import type { Owner } from '#kernel';

/** What a row can be found under: every territory that holds it, as a path, and every organisation with a stake in it. */
const scopesOf = (owner: 'directory' | Owner): readonly string[] => {
  // A directory is everybody's: nobody looks for it under anything.
  if (owner === 'directory') return [];
  const { territory, orgs } = owner;
  const paths = [...territory.matchAll(/\//g)].map(({ index }) => territory.slice(0, index + 1));
  return [...paths, ...new Set(orgs)];
};

/** What a row can be found under that its version before could not. */
export const gained = (owner: 'directory' | Owner, before: 'directory' | Owner | undefined): readonly string[] => {
  if (!before) return scopesOf(owner);
  if (isSame(owner, before)) return [];
  const [scopes, known] = [scopesOf(owner), new Set(scopesOf(before))];
  return scopes.filter((scope) => !known.has(scope));
};

const isSame = (one: 'directory' | Owner, other: 'directory' | Owner): boolean => {
  if (one === 'directory' || other === 'directory') return one === other;
  const { territory, orgs } = other;
  return one.territory === territory && one.orgs.length === orgs.length && one.orgs.every((org, n) => org === orgs[n]);
};
