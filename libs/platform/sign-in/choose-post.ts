import type { Credentials } from './credentials.js';
import type { SessionKeeper } from './session-keeper.js';
import type { Chosen, Session } from './sessions.js';

interface Needs {
  readonly credentials: Pick<Credentials, 'of'>;
  readonly keeper: Pick<SessionKeeper, 'choose'>;
}

/** Says in which post somebody acts from now on in a session of theirs; or what stands against it. */
export const choosePost = async (
  { credentials, keeper }: Needs,
  session: Pick<Session, 'id' | 'account'>,
  chosen: Chosen,
): Promise<'CHANGE_PASSWORD_FIRST' | 'POST_NOT_HELD' | 'NOT_ACTING' | undefined> => {
  const credential = await credentials.of(session.account);
  if (credential?.mustChange) return 'CHANGE_PASSWORD_FIRST';
  if (await keeper.choose(session, chosen)) return undefined;
  return chosen.onBehalfOf ? 'NOT_ACTING' : 'POST_NOT_HELD';
};
