import type { SecurityAbout, SecurityEntry, SecurityWord } from '#platform/security';
import type { QueryResultRow } from 'pg';
import type { OneQuery } from '../connect/one-query.js';

interface EntryLine extends QueryResultRow {
  readonly at: Date;
  readonly word: SecurityWord;
  readonly about: SecurityAbout;
}

/** How long entries are kept: the law asks for six months, and whoever looks back wants the same season of last year. */
export const KEPT_DAYS = 400;

/** The security log in PostgreSQL: the application adds to it, and changes nothing. */
export class PostgresSecurityLog {
  constructor(private readonly ask: OneQuery) {}

  /** Adds entries, in this order. */
  async write(entries: readonly SecurityEntry[]): Promise<void> {
    await this.ask(
      `INSERT INTO security.log (at, word, about)
       SELECT e.at, e.word, e.about::jsonb
         FROM unnest($1::timestamptz[], $2::text[], $3::text[]) WITH ORDINALITY AS e(at, word, about, place) ORDER BY e.place`,
      [entries.map(({ at }) => at), entries.map(({ word }) => word), entries.map(({ about }) => JSON.stringify(about))],
    );
  }

  /** The newest entries since a moment, at most so many, oldest first. */
  async since(moment: Date, most: number): Promise<readonly SecurityEntry[]> {
    const sql = 'SELECT at, word, about FROM security.log WHERE at >= $1 ORDER BY at DESC, number DESC LIMIT $2';
    return [...(await this.ask<EntryLine>(sql, [moment, most]))].reverse();
  }

  /** Removes what is older than entries are kept. */
  async forget(): Promise<void> {
    await this.ask('SELECT security.forget($1)', [KEPT_DAYS]);
  }
}
