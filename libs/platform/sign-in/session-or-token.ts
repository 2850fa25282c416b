import { InvalidToken, type Authenticator, type Presented, type SignedIn } from '#platform/identity';
import type { SessionKeeper } from './session-keeper.js';

/** Lets in who shows a session that has a post, and leaves tokens to those who know them. */
export class SessionOrToken implements Authenticator {
  constructor(
    private readonly sessions: Pick<SessionKeeper, 'seen' | 'lasts'>,
    private readonly tokens: Authenticator,
  ) {}

  async authenticate(presented: Presented): Promise<SignedIn> {
    const { token, cookie } = presented;
    if (token !== undefined || cookie === undefined) return this.tokens.authenticate(presented);
    const inSession = await this.sessions.seen(cookie);
    if (!inSession) throw new InvalidToken('SESSION_UNKNOWN');
    if (!inSession.actor) throw new InvalidToken('POST_NOT_CHOSEN');
    const { actor, session } = inSession;
    return {
      actor,
      expiresAt: session.endsAt.getTime(),
      sessionId: session.id,
      isStill: () => this.sessions.lasts(cookie, session.chosen),
    };
  }
}
