import type { Granted } from '#access';
import type { Id } from '#kernel';
import type { Endings } from './endings.js';
import type { Chosen } from './sessions.js';

/** A post that somebody holds now. */
export interface HeldPost extends Chosen {
  readonly territoryId: Id<'territory'> | undefined;
}

/** A post of somebody else that somebody acts in now, because that other is away. */
export type PostForAnother = HeldPost & Required<Pick<Chosen, 'onBehalfOf'>>;

/** How somebody stands by the record: which posts they hold, and what they are granted in the one that they chose. */
export interface Standing {
  readonly personId: Id<'person'>;
  readonly posts: readonly HeldPost[];
  /** The post that they chose, where it is another's and they act in it. */
  readonly forAnother?: readonly PostForAnother[];
  readonly grants: readonly Granted[];
  /** How often the account was freed of the one whom a sign-in service knew it by. */
  readonly unpinned?: number;
  /** Left out where nothing ended. */
  readonly ended?: Endings;
}

/** Reads from the log how the owner of an account stands. */
export interface Standings {
  /** Undefined where there is no such account, or it is shut. */
  of(account: Id<'account'>, chosen: Chosen | undefined, now: string): Promise<Standing | undefined>;
}
