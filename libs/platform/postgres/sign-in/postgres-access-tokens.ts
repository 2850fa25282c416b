import { idOf, uuidOf, type Id, type Role } from '#kernel';
import type { AccessToken, AccessTokens, Swept, TokenScope } from '#platform/sign-in';
import type { QueryResultRow } from 'pg';
import type { OneQuery } from '../connect/one-query.js';

interface TokenLine extends QueryResultRow {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly roles: readonly Role[];
  readonly rests_on: readonly string[];
  readonly post: string;
  readonly org: string;
  readonly made_at: Date;
  readonly used_at: Date | null;
  readonly ends_at: Date;
  readonly secret: string | null;
}

const FIELDS = 'id, account, name, scope, roles, rests_on, post, org, made_at, used_at, ends_at, secret';

const tokenOf = (line: TokenLine): AccessToken => ({
  ...{ id: line.id, name: line.name, scope: line.scope, roles: line.roles, restsOn: line.rests_on },
  account: idOf('account', line.account),
  chosen: { postId: idOf('post', line.post), orgId: idOf('organisation', line.org) },
  ...{ madeAt: line.made_at, usedAt: line.used_at ?? undefined, endsAt: line.ends_at },
  secret: line.secret ?? undefined,
});

/** Tokens of programs in PostgreSQL: what one process ends has ended for all. */
export class PostgresAccessTokens implements AccessTokens, Swept {
  constructor(private readonly ask: OneQuery) {}

  async add(digest: Buffer, token: Omit<AccessToken, 'usedAt'>, most: number): Promise<boolean> {
    const { id, account, name, scope, roles, restsOn, chosen, madeAt, endsAt, secret } = token;
    const added = await this.ask(
      `INSERT INTO sign_in.access_token (digest, id, account, name, scope, roles, rests_on, post, org, made_at, ends_at, secret)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $13
        WHERE (SELECT count(*) FROM sign_in.access_token WHERE account = $3 AND ends_at > $10) < $12 RETURNING id`,
      [
        ...[digest, id, uuidOf(account), name, scope, roles, restsOn, uuidOf(chosen.postId), uuidOf(chosen.orgId)],
        ...[madeAt, endsAt, most, secret ?? null],
      ],
    );
    return added.length === 1;
  }

  async known(digest: Buffer, now: Date): Promise<AccessToken | undefined> {
    const sql = `SELECT ${FIELDS} FROM sign_in.access_token WHERE digest = $1 AND ends_at > $2`;
    return (await this.ask<TokenLine>(sql, [digest, now])).map(tokenOf)[0];
  }

  async hasEnded(digest: Buffer, now: Date): Promise<boolean> {
    const sql = 'SELECT id FROM sign_in.access_token WHERE digest = $1 AND ends_at <= $2';
    return (await this.ask(sql, [digest, now])).length === 1;
  }

  async used(id: string, now: Date): Promise<void> {
    await this.ask('UPDATE sign_in.access_token SET used_at = $2 WHERE id = $1', [id, now]);
  }

  async of(account: Id<'account'>, now: Date): Promise<readonly AccessToken[]> {
    const sql = `SELECT ${FIELDS} FROM sign_in.access_token WHERE account = $1 AND ends_at > $2 ORDER BY made_at, id`;
    return (await this.ask<TokenLine>(sql, [uuidOf(account), now])).map(tokenOf);
  }

  async end(account: Id<'account'>, id: string): Promise<boolean> {
    const sql = 'DELETE FROM sign_in.access_token WHERE account = $1 AND id = $2 RETURNING id';
    return (await this.ask(sql, [uuidOf(account), id])).length === 1;
  }

  async sweep(now: Date, most: number): Promise<number> {
    const sql = `DELETE FROM sign_in.access_token WHERE digest IN
      (SELECT digest FROM sign_in.access_token WHERE ends_at <= $1 LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING id`;
    return (await this.ask(sql, [now, most])).length;
  }
}
