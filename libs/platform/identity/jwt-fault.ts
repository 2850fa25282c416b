import type { ShownFault } from './authenticator.js';

const FAULTS: Readonly<Record<string, ShownFault>> = {
  ERR_JWT_EXPIRED: 'TOKEN_EXPIRED',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'TOKEN_UNKNOWN',
  ERR_JWT_CLAIM_VALIDATION_FAILED: 'TOKEN_WRONG_KIND',
  ERR_JOSE_ALG_NOT_ALLOWED: 'TOKEN_WRONG_KIND',
};

/** What the library's complaint about a signed token means: made by nobody here, over, or for something else. */
export const jwtFault = (error: unknown): ShownFault => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return FAULTS[code] ?? 'TOKEN_MALFORMED';
};
