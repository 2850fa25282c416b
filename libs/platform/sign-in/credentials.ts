import type { Id } from '#kernel';

/** What somebody signs in with. */
export interface Credential {
  readonly account: Id<'account'>;
  /** In the form in which names are compared. */
  readonly name: string;
  /** Undefined where somebody else vouches for the person. */
  readonly secret: string | undefined;
  /** They have to choose another password before anything else. */
  readonly mustChange: boolean;
  readonly lockedUntil: Date | undefined;
}

/** Where credentials are kept: one for each account, and no name twice. */
export interface Credentials {
  named(name: string): Promise<Credential | undefined>;
  of(account: Id<'account'>): Promise<Credential | undefined>;
  all(): Promise<readonly Credential[]>;
  /** Keeps another one; false where the name, or the account, has one already. */
  add(credential: Omit<Credential, 'lockedUntil'>, now: Date): Promise<boolean>;
  /** Another secret for an account; it is open again. */
  change(account: Id<'account'>, secret: Pick<Credential, 'secret' | 'mustChange'>, now: Date): Promise<void>;
  lock(account: Id<'account'>, until: Date): Promise<void>;
}
