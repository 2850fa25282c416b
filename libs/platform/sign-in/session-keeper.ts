import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import type { Id } from '#kernel';
import type { SecurityLog } from '#platform/security';
import { actingIn } from './acting-in.js';
import { fingerprintOf } from './fingerprint.js';
import { digestOf, newSecret } from './secrets.js';
import { SESSION_LIMITS, type Chosen, type Session, type Sessions } from './sessions.js';
import type { Standing, Standings } from './standing.js';

/** Somebody who is signed in by a session, and how they stand. */
export interface InSession {
  readonly session: Session;
  readonly standing: Standing;
  /** Undefined until they have chosen in which post they act. */
  readonly actor: Actor | undefined;
}

interface Needs {
  readonly sessions: Sessions;
  readonly standings: Standings;
  readonly securityLog: SecurityLog;
  readonly now: () => Date;
}

/** Knows people again by what their browser holds, as long as they stand as they did when they came. */
export class SessionKeeper {
  constructor(private readonly needs: Needs) {}

  /**
   * Begins a session and gives what its browser is to hold; nothing else is ever told it. Who holds one post acts in it at once,
   * unless they have to choose another password first.
   */
  async begin(account: Id<'account'>, { mustChange = false } = {}): Promise<string | undefined> {
    const { sessions, standings, securityLog } = this.needs;
    const now = this.needs.now();
    const standing = await standings.of(account, undefined, now.toISOString());
    if (!standing) return undefined;
    const secret = newSecret();
    const endsAt = new Date(now.getTime() + SESSION_LIMITS.absoluteMs);
    const session = { id: randomUUID(), account, standing: fingerprintOf(standing), beganAt: now, endsAt };
    await sessions.begin(digestOf(secret), session);
    securityLog.add('session_created', { account }, now);
    if (!mustChange) await this.chooseOnly(session, standing);
    return secret;
  }

  /** Who holds this; undefined when the session has ended, or has to end because something changed. */
  async seen(secret: string): Promise<InSession | undefined> {
    const now = this.needs.now();
    return this.standing(await this.needs.sessions.seen(digestOf(secret), now), now);
  }

  /** Whether somebody who holds this would be known; it is no sign of life. */
  async lasts(secret: string): Promise<boolean> {
    const now = this.needs.now();
    return (await this.standing(await this.needs.sessions.known(digestOf(secret), now), now)) !== undefined;
  }

  private async standing(session: Session | undefined, now: Date): Promise<InSession | undefined> {
    if (!session) return undefined;
    const { standings } = this.needs;
    const standing = await standings.of(session.account, session.chosen, now.toISOString());
    if (!standing || fingerprintOf(standing) !== session.standing) return this.over(session, now);
    return { session, standing, actor: session.chosen && actingIn(standing, session.chosen) };
  }

  /** Who holds one post acts in it. */
  async chooseOnly(session: Pick<Session, 'id' | 'account'>, { posts }: Pick<Standing, 'posts'>): Promise<void> {
    const [only, ...others] = posts;
    if (only && others.length === 0) await this.choose(session, only);
  }

  /** Says in which post they act from now on; false where they do not hold it. */
  async choose({ id, account }: Pick<Session, 'id' | 'account'>, { postId, orgId }: Chosen): Promise<boolean> {
    const chosen = { postId, orgId };
    const standing = await this.needs.standings.of(account, chosen, this.needs.now().toISOString());
    if (!standing || !actingIn(standing, chosen)) return false;
    await this.needs.sessions.choose(id, chosen, fingerprintOf(standing));
    return true;
  }

  private async over({ account, id }: Session, now: Date): Promise<undefined> {
    await this.needs.sessions.end(account, id);
    this.needs.securityLog.add('session_use_after_expire', { account }, now);
    return undefined;
  }
}
