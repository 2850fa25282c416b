import { claimsOf, developmentToken, type CastPerson, type KeyPair } from '#platform/identity';

/** Signs in anybody of the cast, each of them once; the keys are looked for when the first token is needed. */
export const signIn = (keys: () => Promise<Pick<KeyPair, 'privateKey'>>): ((person: CastPerson) => Promise<string>) => {
  const tokens = new Map<string, Promise<string>>();
  return (person) => {
    const token =
      tokens.get(person.id) ?? keys().then((pair) => developmentToken(claimsOf(person), pair, { hours: 1 }));
    tokens.set(person.id, token);
    return token;
  };
};
