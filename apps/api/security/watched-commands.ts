import { accountOf } from '#contexts/grants';
import { isId, type Id } from '#kernel';
import { DENIALS, type Watch } from '#platform/decide';
import type { SecurityLog } from '#platform/security';

/** What decides on who may do what, and who can sign in. */
const ADMINISTRATION = ['grant', 'account'];

/** The account of whoever asks; the system has none. */
export const accountBehind = (actorId: Id): Id<'account'> | undefined =>
  isId('person', actorId) ? accountOf(actorId) : undefined;

/** Tells the security log of what nobody had a right to, and of what changes rights: codes, types and ids, nothing of what was said. */
export const watchedCommands =
  (log: SecurityLog, now: () => Date): Watch =>
  ({ actor: { actorId }, kind, stream, type: operation, outcome }) => {
    const account = accountBehind(actorId);
    if (!outcome.recorded) {
      if (account && DENIALS.includes(outcome.code))
        log.add('authz_fail', { account, operation, code: outcome.code }, now());
      return;
    }
    if (!ADMINISTRATION.includes(kind)) return;
    const about = isId('account', stream) ? { account: stream } : { grants: stream };
    for (const { type: code } of outcome.events)
      log.add('authz_admin', { ...about, by: actorId, operation, code }, now());
  };
