import type { Id } from '#kernel';

/** How those who ask are called in the security log and in counts. */
export interface KnownAs {
  /** The account of a person; the system has none. */
  readonly account: (actorId: Id) => Id<'account'> | undefined;
  /** A digest of an address. */
  readonly from: (address: string) => string;
}
