import { hash, verify } from '@node-rs/argon2';
import { comparablePassword } from './password-rules.js';
import { Turns } from './turns.js';

/** Argon2id with 19 MiB, two passes, one lane: what OWASP's cheat sheet on password storage asks for at least. */
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** As many at a time; the others wait, so that a flood of sign-ins fills no memory. */
const AT_ONCE = 2;

/** Makes secrets from passwords and compares them. */
export class Passwords {
  readonly #turns = new Turns(AT_ONCE);

  /** The secret to keep for a password: Argon2id in the PHC string format. */
  secretOf(password: string): Promise<string> {
    return this.#turns.take(() => hash(comparablePassword(password), COSTS));
  }

  /** Whether this is the password behind a secret. Without a secret it takes as long, and is never so. */
  async isBehind(password: string, secret: string | null | undefined): Promise<boolean> {
    const against = secret ?? (await this.nobodys());
    const fits = await this.#turns.take(() => verify(against, comparablePassword(password)));
    return fits && typeof secret === 'string';
  }

  #nobodys: Promise<string> | undefined;

  private nobodys(): Promise<string> {
    return (this.#nobodys ??= this.secretOf(crypto.randomUUID()));
  }
}
