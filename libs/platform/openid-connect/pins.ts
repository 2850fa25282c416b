import type { Id } from '#kernel';

/** That a subject of the issuer stands for an account. */
export interface Pin {
  readonly account: Id<'account'>;
  /** A digest of it. */
  readonly subject: Buffer;
  /** How often the account had been unpinned by then: it counts while that stands. */
  readonly unpinned: number;
}

/** Where it is kept whom one issuer knows by which account: one for each account, and no subject twice. */
export interface Pins {
  of(account: Id<'account'>): Promise<Pin | undefined>;
  /** The one that has this subject. */
  with(subject: Buffer): Promise<Pin | undefined>;
  /** Keeps another one; false where the account, or the subject, has one already. */
  add(pin: Pin, now: Date): Promise<boolean>;
  remove(pin: Pin): Promise<void>;
}
