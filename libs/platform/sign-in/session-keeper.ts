import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import type { Id } from '#kernel';
import type { SecurityAbout, SecurityLog } from '#platform/security';
import { actingIn } from './acting-in.js';
import { endedBy, fingerprintOf } from './fingerprint.js';
import { digestOf, newSecret } from './secrets.js';
import {
  isSamePost,
  SESSION_LIMITS,
  type Chosen,
  type Issued,
  type Session,
  type SessionEnd,
  type Sessions,
} from './sessions.js';
import type { Standing, Standings } from './standing.js';

/** Somebody who is signed in by a session, and how they stand. */
export interface InSession {
  readonly session: Session;
  readonly standing: Standing;
  /** Undefined until they have chosen in which post they act. */
  readonly actor: Actor | undefined;
}

/** How somebody came. */
interface Beginning {
  readonly mustChange?: boolean;
  /** Where an issuer vouched for them. */
  readonly issued?: Issued;
  /** Whether what let them in holds still; asked when the session is there. */
  readonly isStill?: () => Promise<boolean>;
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
   * unless they have to choose another password first. Undefined where the account is shut, or what let them in ended meanwhile: whoever
   * ends a password ends the sessions after it, and this one was perhaps not there yet. (T29)
   */
  async begin(
    account: Id<'account'>,
    { mustChange = false, issued, isStill }: Beginning = {},
  ): Promise<string | undefined> {
    const { sessions, standings, securityLog } = this.needs;
    const now = this.needs.now();
    const standing = await standings.of(account, undefined, now.toISOString());
    if (!standing) return undefined;
    const secret = newSecret();
    const endsAt = new Date(now.getTime() + SESSION_LIMITS.absoluteMs);
    const session = { id: randomUUID(), account, standing: fingerprintOf(standing), beganAt: now, endsAt };
    await sessions.begin(digestOf(secret), session, issued);
    securityLog.add('session_created', { account }, now);
    if (isStill && !(await isStill())) {
      await this.end(account, session.id, 'PASSWORD_CHANGED');
      return undefined;
    }
    if (!mustChange) await this.chooseOnly(session, standing);
    return secret;
  }

  /** Who holds this; undefined when the session has ended, or has to end because something changed. */
  async seen(secret: string): Promise<InSession | undefined> {
    const now = this.needs.now();
    return this.standing(await this.needs.sessions.seen(digestOf(secret), now), now);
  }

  /** Whether somebody who holds this would be known, in the same post as before; it is no sign of life. */
  async lasts(secret: string, before: Chosen | undefined): Promise<boolean> {
    const now = this.needs.now();
    const known = await this.standing(await this.needs.sessions.known(digestOf(secret), now), now);
    return known !== undefined && isSamePost(known.session.chosen, before);
  }

  private async standing(session: Session | undefined, now: Date): Promise<InSession | undefined> {
    if (!session) return undefined;
    const { standings } = this.needs;
    const standing = await standings.of(session.account, session.chosen, now.toISOString());
    const why = endedBy(session, standing);
    if (why) await this.end(session.account, session.id, why);
    if (why || !standing) return undefined;
    return { session, standing, actor: session.chosen && actingIn(standing, session.chosen) };
  }

  /** Who holds one post acts in it. */
  async chooseOnly(session: Pick<Session, 'id' | 'account'>, { posts }: Pick<Standing, 'posts'>): Promise<void> {
    const [only, ...others] = posts;
    if (only && others.length === 0) await this.choose(session, only);
  }

  /** Says in which post they act from now on, and for whom; false where they neither hold it nor act in it. */
  async choose(
    { id, account }: Pick<Session, 'id' | 'account'>,
    { postId, orgId, onBehalfOf }: Chosen,
  ): Promise<boolean> {
    const chosen = { postId, orgId, ...(onBehalfOf && { onBehalfOf }) };
    const standing = await this.needs.standings.of(account, chosen, this.needs.now().toISOString());
    if (!standing || !actingIn(standing, chosen)) return false;
    await this.needs.sessions.choose(id, chosen, fingerprintOf(standing));
    return true;
  }

  /** Ends one; false where this account has no such session. */
  async end(account: Id<'account'>, id: string, code: SessionEnd): Promise<boolean> {
    const isEnded = await this.needs.sessions.end(account, id);
    if (isEnded) this.ended({ account, code });
    return isEnded;
  }

  /** Ends all of an account but the one that is named, and says how many; `by` is who did it to somebody else. */
  async endAll(account: Id<'account'>, code: SessionEnd, { but, by }: { but?: string; by?: Id } = {}): Promise<number> {
    const count = await this.needs.sessions.endAll(account, but);
    if (count > 0) this.ended({ account, code, ...(by && { by }), count });
    return count;
  }

  private ended(about: SecurityAbout): void {
    this.needs.securityLog.add('session_expired', about, this.needs.now());
  }
}
