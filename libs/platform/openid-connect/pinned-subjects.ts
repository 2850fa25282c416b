import type { Id } from '#kernel';
import type { Pin, Pins } from './pins.js';

interface Needs {
  readonly pins: Pins;
  /** How often the log says that an account was unpinned. */
  readonly unpinned: (account: Id<'account'>) => Promise<number>;
  readonly now: () => Date;
}

/**
 * Holds to an account whom the issuer named for it first. The name in a claim may be given to somebody else, or changed by whoever has
 * it; the subject may not. [OpenID Connect Core 1.0 §5.7]
 */
export class PinnedSubjects {
  constructor(private readonly needs: Needs) {}

  /** Whether this subject stands for this account: `pinned` where it does from now on. */
  async hold(account: Id<'account'>, subject: Buffer): Promise<'known' | 'pinned' | 'another'> {
    const { pins, now } = this.needs;
    const unpinned = await this.needs.unpinned(account);
    const held = await this.lasting(await pins.of(account), unpinned);
    if (held) return held.subject.equals(subject) ? 'known' : 'another';
    const other = await pins.with(subject);
    if (other && (await this.lasting(other, await this.needs.unpinned(other.account)))) return 'another';
    if (await pins.add({ account, subject, unpinned }, now())) return 'pinned';
    // Somebody came at the same moment.
    return (await pins.of(account))?.subject.equals(subject) === true ? 'known' : 'another';
  }

  /** The same, unless the log, by what was read of it, has freed its account since: then it goes. */
  private async lasting(pin: Pin | undefined, unpinned: number): Promise<Pin | undefined> {
    if (!pin || pin.unpinned === unpinned) return pin;
    await this.needs.pins.remove(pin);
    return undefined;
  }
}
