import type { Attempts } from './attempts.js';
import { addressKey, failed, isReached, LIMITS } from './lock-out.js';
import { Turns } from './turns.js';

/** Whose secret it is, and where the guess comes from: as both may be kept in digests. */
export interface Guess {
  readonly name: string;
  readonly from: string;
}

/** Why a guess was not right, or was not looked at; `last` was wrong, and none is looked at from then on. */
type NotRight = 'wrong' | 'last' | 'nameShut' | 'addressShut';

interface Needs {
  readonly attempts: Attempts;
  readonly digest: (text: string) => Buffer;
  readonly now: () => Date;
}

/** As many are looked at together: who guesses side by side gets hardly more answers than who guesses one after the other. */
const AT_ONCE = 2;

/**
 * Looks at guesses of passwords and secrets, as long as there were not too many failures. Then a right one is answered as a wrong one is,
 * so that it is no use to go on; and a name that nobody has as one that somebody has.
 */
export class Guesses {
  readonly #turns = new Turns(AT_ONCE);

  constructor(private readonly needs: Needs) {}

  /** Looks at a guess: `find` gives what a right one opens. */
  async look<T>(guess: Guess, find: () => Promise<T | undefined>): Promise<{ readonly right: T } | NotRight> {
    return (
      (await this.shut(guess)) ??
      this.#turns.take(async () => (await this.shut(guess)) ?? this.take(guess, await find()))
    );
  }

  /** Forgets what was guessed under a name: it has another secret now. */
  async forget(name: string): Promise<void> {
    for (const key of [this.ofName(name), this.shutName(name)]) await this.needs.attempts.forget(key);
  }

  private async take<T>({ name, from }: Guess, found: T | undefined): Promise<{ readonly right: T } | NotRight> {
    const { attempts } = this.needs;
    const now = this.needs.now();
    if (found !== undefined) {
      await attempts.forget(this.ofName(name));
      return { right: found };
    }
    await failed(attempts, this.ofAddress(from), LIMITS.address, now);
    const until = await failed(attempts, this.ofName(name), LIMITS.account, now);
    if (!until) return 'wrong';
    await attempts.add(this.shutName(name), now, now);
    return 'last';
  }

  private async shut({ name, from }: Guess): Promise<NotRight | undefined> {
    const { attempts } = this.needs;
    const now = this.needs.now();
    if (await isReached(attempts, this.ofAddress(from), LIMITS.address, now)) return 'addressShut';
    if (!(await isReached(attempts, this.shutName(name), { ...LIMITS.account, most: 1 }, now))) return undefined;
    await failed(attempts, this.ofAddress(from), LIMITS.address, now);
    return 'nameShut';
  }

  private readonly ofAddress = (from: string): Buffer => addressKey(this.needs.digest, from);
  private readonly ofName = (name: string): Buffer => this.needs.digest(`name ${name}`);
  private readonly shutName = (name: string): Buffer => this.needs.digest(`shut ${name}`);
}
