import type { Attempts } from '#platform/sign-in';
import type { QueryResultRow } from 'pg';
import type { OneQuery } from '../connect/one-query.js';

interface CountLine extends QueryResultRow {
  readonly count: number;
}

/** Attempts in PostgreSQL: what one process counts counts for all. */
export class PostgresAttempts implements Attempts {
  constructor(private readonly ask: OneQuery) {}

  async add(key: Buffer, now: Date, since: Date): Promise<number> {
    await this.ask('INSERT INTO sign_in.attempt (key, at) VALUES ($1, $2)', [key, now]);
    return this.count(key, since);
  }

  async count(key: Buffer, since: Date): Promise<number> {
    const sql = 'SELECT count(*)::int AS count FROM sign_in.attempt WHERE key = $1 AND at > $2';
    return (await this.ask<CountLine>(sql, [key, since]))[0]?.count ?? 0;
  }

  async forget(key: Buffer): Promise<void> {
    await this.ask('DELETE FROM sign_in.attempt WHERE key = $1', [key]);
  }

  async forgetBefore(moment: Date): Promise<void> {
    await this.ask('DELETE FROM sign_in.attempt WHERE at < $1', [moment]);
  }
}
