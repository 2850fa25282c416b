const SAFE = Number.MAX_SAFE_INTEGER;

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  // A number of an employee may be a number; one that was rounded on its way is somebody else's.
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= SAFE ? String(value) : undefined;
};

/**
 * The name in a claim that the operator chose; undefined where there is none that can be trusted. An address counts when the issuer has
 * seen to it that it is theirs. Names that differ to the issuer and would be one here are nobody's: what would be folded into another
 * form, letters' size apart, is refused.
 */
export const nameIn = (claims: Readonly<Record<string, unknown>>, claim: string): string | undefined => {
  if (claim === 'email' && claims['email_verified'] !== true) return undefined;
  const name = textOf(Object.hasOwn(claims, claim) ? claims[claim] : undefined);
  return name === undefined || name === '' || name !== name.normalize('NFKC').trim() ? undefined : name;
};
