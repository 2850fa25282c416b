import { createHmac, randomBytes } from 'node:crypto';
import { SignJWT } from 'jose/jwt/sign';
import { jwtVerify } from 'jose/jwt/verify';

/** How long somebody may take at the issuer. */
export const BEGUN_MS = 10 * 60_000;

const ALGORITHM = 'HS256';
const AUDIENCE = 'sifang-begun';

/** A sign-in that a browser began: what it alone holds, and where it wants to go afterwards. */
export interface Begun {
  readonly secret: string;
  readonly to: string;
}

/** What the issuer is told, and says again; one cannot be found from the other, nor the secret from any. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const derived = (secret: string, what: string): string => createHmac('sha256', secret).update(what).digest('base64url');

/** What belongs to a sign-in that was begun; nothing of it has to be kept on the server. */
export const checksOf = ({ secret }: Pick<Begun, 'secret'>): Checks => ({
  state: derived(secret, 'state'),
  nonce: derived(secret, 'nonce'),
  verifier: derived(secret, 'verifier'),
});

/** Seals what a browser holds while somebody is at the issuer, and knows it again for a while. */
export class BegunSignIns {
  constructor(
    private readonly key: () => Uint8Array,
    private readonly now: () => Date,
  ) {}

  /** A new one, and what the browser is to hold of it. */
  async begin(to: string): Promise<{ readonly begun: Begun; readonly held: string }> {
    const begun = { secret: randomBytes(32).toString('base64url'), to };
    const held = await new SignJWT({ to })
      .setProtectedHeader({ alg: ALGORITHM })
      .setAudience(AUDIENCE)
      .setJti(begun.secret)
      .setExpirationTime(Math.floor((this.now().getTime() + BEGUN_MS) / 1000))
      .sign(this.key());
    return { begun, held };
  }

  /** Undefined unless it was begun here, and not long ago. */
  async read(held: string): Promise<Begun | undefined> {
    try {
      const { payload } = await jwtVerify(held, this.key(), {
        algorithms: [ALGORITHM],
        audience: AUDIENCE,
        requiredClaims: ['exp', 'jti', 'to'],
        currentDate: this.now(),
      });
      return { secret: String(payload.jti), to: String(payload['to']) };
    } catch {
      return undefined;
    }
  }
}
