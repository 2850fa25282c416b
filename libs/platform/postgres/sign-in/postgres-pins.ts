import { idOf, uuidOf, type Id } from '#kernel';
import type { Pin, Pins } from '#platform/openid-connect';
import type { QueryResultRow } from 'pg';
import type { OneQuery } from '../connect/one-query.js';

interface PinLine extends QueryResultRow {
  readonly account: string;
  readonly subject: Buffer;
  readonly unpinned: number;
}

const pinOf = ({ account, subject, unpinned }: PinLine): Pin => ({
  account: idOf('account', account),
  ...{ subject, unpinned },
});

/** Whom one issuer knows by which account, in PostgreSQL. */
export class PostgresPins implements Pins {
  constructor(
    private readonly ask: OneQuery,
    private readonly issuer: string,
  ) {}

  of(account: Id<'account'>): Promise<Pin | undefined> {
    return this.where('account', uuidOf(account));
  }

  with(subject: Buffer): Promise<Pin | undefined> {
    return this.where('subject', subject);
  }

  async add({ account, subject, unpinned }: Pin, now: Date): Promise<boolean> {
    const added = await this.ask(
      `INSERT INTO sign_in.issuer_subject (issuer, account, subject, unpinned, at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING account`,
      [this.issuer, uuidOf(account), subject, unpinned, now],
    );
    return added.length === 1;
  }

  async remove({ account, subject, unpinned }: Pin): Promise<void> {
    const sql =
      'DELETE FROM sign_in.issuer_subject WHERE issuer = $1 AND account = $2 AND subject = $3 AND unpinned = $4';
    await this.ask(sql, [this.issuer, uuidOf(account), subject, unpinned]);
  }

  private async where(column: 'account' | 'subject', value: string | Buffer): Promise<Pin | undefined> {
    const sql = `SELECT account, subject, unpinned FROM sign_in.issuer_subject WHERE issuer = $1 AND ${column} = $2`;
    return (await this.ask<PinLine>(sql, [this.issuer, value])).map(pinOf)[0];
  }
}
