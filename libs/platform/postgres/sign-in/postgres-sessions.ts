import { idOf, uuidOf, type Id } from '#kernel';
import {
  SESSION_LIMITS,
  type Chosen,
  type Issued,
  type Session,
  type SessionLimits,
  type Sessions,
  type Swept,
} from '#platform/sign-in';
import type { QueryResultRow } from 'pg';
import type { OneQuery } from '../connect/one-query.js';

interface SessionLine extends QueryResultRow {
  readonly id: string;
  readonly account: string;
  readonly post: string | null;
  readonly org: string | null;
  readonly on_behalf_of: string | null;
  readonly standing: string;
  readonly began_at: Date;
  readonly seen_at: Date;
  readonly ends_at: Date;
}

const FIELDS = 'id, account, post, org, on_behalf_of, standing, began_at, seen_at, ends_at';
/** Signs of life closer to each other are not written down. */
const SEEN_EVERY_MS = 60_000;

const chosenOf = ({
  post,
  org,
  on_behalf_of,
}: Pick<SessionLine, 'post' | 'org' | 'on_behalf_of'>): Chosen | undefined => {
  if (post === null || org === null) return undefined;
  const chosen = { postId: idOf('post', post), orgId: idOf('organisation', org) };
  return on_behalf_of === null ? chosen : { ...chosen, onBehalfOf: idOf('person', on_behalf_of) };
};

const sessionOf = ({ id, account, standing, began_at, seen_at, ends_at, ...line }: SessionLine): Session => ({
  id,
  account: idOf('account', account),
  chosen: chosenOf(line),
  standing,
  beganAt: began_at,
  seenAt: seen_at,
  endsAt: ends_at,
});

/** Sessions in PostgreSQL: what one process ends has ended for all. */
export class PostgresSessions implements Sessions, Swept {
  constructor(
    private readonly ask: OneQuery,
    private readonly limits: SessionLimits = SESSION_LIMITS,
  ) {}

  async begin(
    digest: Buffer,
    { id, account, standing, beganAt, endsAt }: Omit<Session, 'chosen' | 'seenAt'>,
    { subject, session }: Partial<Issued> = {},
  ): Promise<void> {
    await this.ask(
      `INSERT INTO sign_in.session (digest, id, account, standing, began_at, seen_at, ends_at, issuer_subject, issuer_session)
       VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
      [digest, id, uuidOf(account), standing, beganAt, endsAt, subject ?? null, session ?? null],
    );
  }

  async known(digest: Buffer, now: Date): Promise<Session | undefined> {
    const sql = `SELECT ${FIELDS} FROM sign_in.session WHERE digest = $1`;
    const [session] = (await this.ask<SessionLine>(sql, [digest])).map(sessionOf);
    return session && !this.isOver(session, now) ? session : undefined;
  }

  async seen(digest: Buffer, now: Date): Promise<Session | undefined> {
    const session = await this.known(digest, now);
    if (session && now.getTime() - session.seenAt.getTime() >= SEEN_EVERY_MS) {
      await this.ask('UPDATE sign_in.session SET seen_at = $2 WHERE digest = $1 AND seen_at < $2', [digest, now]);
    }
    return session;
  }

  async choose(id: string, { postId, orgId, onBehalfOf }: Chosen, standing: string): Promise<void> {
    await this.ask('UPDATE sign_in.session SET post = $2, org = $3, on_behalf_of = $4, standing = $5 WHERE id = $1', [
      id,
      uuidOf(postId),
      uuidOf(orgId),
      onBehalfOf ? uuidOf(onBehalfOf) : null,
      standing,
    ]);
  }

  async of(account: Id<'account'>, now: Date): Promise<readonly Session[]> {
    const sql = `SELECT ${FIELDS} FROM sign_in.session WHERE account = $1 ORDER BY began_at, id`;
    const sessions = (await this.ask<SessionLine>(sql, [uuidOf(account)])).map(sessionOf);
    return sessions.filter((session) => !this.isOver(session, now));
  }

  async end(account: Id<'account'>, id: string): Promise<boolean> {
    const sql = 'DELETE FROM sign_in.session WHERE account = $1 AND id = $2 RETURNING id';
    return (await this.ask(sql, [uuidOf(account), id])).length === 1;
  }

  async endAll(account: Id<'account'>, but?: string): Promise<number> {
    const sql = 'DELETE FROM sign_in.session WHERE account = $1 AND id IS DISTINCT FROM $2 RETURNING id';
    return (await this.ask(sql, [uuidOf(account), but ?? null])).length;
  }

  async endIssued({ subject, session }: Issued): Promise<readonly Id<'account'>[]> {
    if (!subject && !session) return [];
    const sql = `DELETE FROM sign_in.session WHERE ($1::bytea IS NULL OR issuer_subject = $1)
      AND ($2::bytea IS NULL OR issuer_session = $2) AND issuer_subject IS NOT NULL RETURNING account`;
    const ended = await this.ask<Pick<SessionLine, 'account'>>(sql, [subject ?? null, session ?? null]);
    return ended.map(({ account }) => idOf('account', account));
  }

  /** What another process is removing, or somebody is seen in, is left alone. */
  async sweep(now: Date, most: number): Promise<number> {
    const sql = `DELETE FROM sign_in.session WHERE digest IN
      (SELECT digest FROM sign_in.session WHERE ends_at <= $1 OR seen_at <= $2 LIMIT $3 FOR UPDATE SKIP LOCKED) RETURNING id`;
    return (await this.ask(sql, [now, new Date(now.getTime() - this.limits.idleMs), most])).length;
  }

  private isOver({ seenAt, endsAt }: Session, now: Date): boolean {
    return now >= endsAt || now.getTime() - seenAt.getTime() >= this.limits.idleMs;
  }
}
