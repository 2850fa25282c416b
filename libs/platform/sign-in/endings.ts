import type { Role } from '#kernel';
import type { SessionEnd } from './sessions.js';

/** What ended so far of what somebody rests on; it only grows, so that what begins anew is told from what never ended. */
export interface Endings {
  /** How often the account was shut. */
  readonly account: number;
  /** How often they left the post that they chose. */
  readonly post: number;
  /** The roles of the grants that ended. */
  readonly roles: readonly Role[];
  /** How often somebody else ended the password: what a token does not rest on. */
  readonly password: number;
}

const NOTHING: Endings = { account: 0, post: 0, roles: [], password: 0 };

const WHY = [
  ...(['ACCOUNT_DISABLED', 'POST_ENDED', 'GRANTS_CHANGED'] as const),
  'PASSWORD_RESET',
] as const satisfies readonly SessionEnd[];

const counts = ({ account, post, roles, password }: Endings): readonly number[] => [
  account,
  post,
  roles.length,
  password,
];

/** Stands for what ended: no part where nothing did. */
export const endingsPart = (ended: Endings | undefined): readonly string[] =>
  ended ? [`e${counts(ended).join('-')}`] : [];

/** Which of it ended since something was made to stand so; undefined where none did. */
export const endedSince = (before: string, ended = NOTHING): SessionEnd | undefined => {
  const then = (/\.e([\d-]+)$/.exec(before)?.[1] ?? '').split('-').map(Number);
  return WHY.find((_, index) => (counts(ended)[index] ?? 0) > (then[index] ?? 0));
};

/** Stands for what ended of all that something of these roles rests on. */
export const endingsOf = (roles: readonly Role[], ended = NOTHING): string =>
  `ended ${counts({ ...ended, password: 0, roles: ended.roles.filter((role) => roles.includes(role)) }).join(' ')}`;
