import type { Id } from '#kernel';

/** How much may be asked within one minute; what is not named is not limited. */
export interface RateLimits {
  /** Root fields of operations of all kinds, for one account. */
  readonly operations?: number;
  /** Root fields of mutations among them. */
  readonly mutations?: number;
  /** Requests from one address, whoever asks. */
  readonly address?: number;
  /** WebSocket connections that one address opens, whoever asks. */
  readonly connections?: number;
  /** Root fields of this name, for one account. */
  readonly fields: ReadonlyMap<string, number>;
  /** Accounts that may ask for so many operations, mutations too, in place of what others may. */
  readonly accounts: ReadonlyMap<Id<'account'>, number>;
}

export const UNLIMITED: RateLimits = { fields: new Map(), accounts: new Map() };

/** What people need who work fast, and bodies whose people share one address. */
export const USUAL_LIMITS: RateLimits = {
  ...UNLIMITED,
  operations: 600,
  mutations: 240,
  address: 6_000,
  connections: 600,
};
