import { InvalidToken, jwtFault } from '#platform/identity';
import { SignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';

/** How these tokens begin. */
export const SERVICE_PREFIX = 'sfs_';
/** How long one lasts. */
export const SERVICE_TOKEN_SECONDS = 600;

const ALGORITHM = 'HS256';
const ISSUER = 'sifang-service';
const AUDIENCE = 'sifang';

/** Short tokens of service accounts, signed with a key that only the processes of this installation have. */
export class ServiceTokens {
  constructor(
    private readonly key: () => Uint8Array,
    private readonly now: () => Date,
  ) {}

  async issue(clientId: string): Promise<string> {
    const seconds = Math.floor(this.now().getTime() / 1000);
    const signed = await new SignJWT()
      .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setSubject(clientId)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + SERVICE_TOKEN_SECONDS)
      .sign(this.key());
    return SERVICE_PREFIX + signed;
  }

  /** Whose it is, and until when. Throws InvalidToken unless it was made here and lasts. */
  async read(token: string): Promise<{ readonly clientId: string; readonly expiresAt: number }> {
    try {
      const { payload } = await jwtVerify(token.slice(SERVICE_PREFIX.length), this.key(), {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['exp', 'iat', 'sub'],
        currentDate: this.now(),
      });
      return { clientId: String(payload.sub), expiresAt: Number(payload.exp) * 1000 };
    } catch (error) {
      throw new InvalidToken(jwtFault(error));
    }
  }
}
