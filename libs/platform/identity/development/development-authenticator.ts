import { hash } from 'node:crypto';
import { jwtVerify } from 'jose/jwt/verify';
import { InvalidToken, type Authenticator, type Presented, type SignedIn } from '../authenticator.js';
import { actorOf, claims } from '../claims.js';
import { jwtFault } from '../jwt-fault.js';
import type { KeyPair } from './development-keys.js';
import { ALGORITHM } from './development-keys.js';
import { AUDIENCE, ISSUER } from './development-token.js';

/** Checking a signature costs more than a small query; so many tokens are remembered until they expire. */
const REMEMBERED = 1000;

/** Vouches for the bearers of tokens that this installation's own development key signed. */
export class DevelopmentAuthenticator implements Authenticator {
  private readonly known = new Map<string, SignedIn>();

  constructor(
    private readonly keys: Pick<KeyPair, 'publicKey'>,
    private readonly now: () => Date = () => new Date(),
  ) {}

  async authenticate({ token }: Presented): Promise<SignedIn> {
    if (token === undefined) throw new InvalidToken();
    if (token.length > 4096) throw new InvalidToken('TOKEN_MALFORMED');
    const digest = hash('sha256', token, 'base64');
    const known = this.known.get(digest);
    if (known && known.expiresAt > this.now().getTime()) return known;
    this.known.delete(digest);
    const signedIn = await this.verified(token);
    this.remember(digest, signedIn);
    return signedIn;
  }

  private async verified(token: string): Promise<SignedIn> {
    try {
      const { payload } = await jwtVerify(token, this.keys.publicKey, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['exp', 'iat', 'sub'],
        currentDate: this.now(),
      });
      return { actor: actorOf(claims.parse(payload)), expiresAt: Number(payload.exp) * 1000 };
    } catch (error) {
      throw new InvalidToken(jwtFault(error));
    }
  }

  /** The oldest gives way, so that a flood of tokens cannot fill the memory. */
  private remember(digest: string, signedIn: SignedIn): void {
    const [oldest] = this.known.keys();
    if (this.known.size >= REMEMBERED && oldest !== undefined) this.known.delete(oldest);
    this.known.set(digest, signedIn);
  }
}
