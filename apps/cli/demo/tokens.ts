import { claimsOf, developmentToken, type CastPerson, type KeyPair } from '#platform/identity';

/** Signs in anybody of the cast; each of them once. */
export const signIn = (keys: Pick<KeyPair, 'privateKey'>): ((person: CastPerson) => Promise<string>) => {
  const tokens = new Map<string, Promise<string>>();
  return (person) => {
    const known = tokens.get(person.id) ?? developmentToken(claimsOf(person), keys, { hours: 1 });
    tokens.set(person.id, known);
    return known;
  };
};
