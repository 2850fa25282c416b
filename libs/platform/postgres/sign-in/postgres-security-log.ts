import type { SecurityAbout, SecurityLog, SecurityWord } from '#platform/sign-in';
import type { OneQuery } from '../connect/one-query.js';

/** The security log in PostgreSQL: the application adds to it, and changes nothing. */
export class PostgresSecurityLog implements SecurityLog {
  constructor(private readonly ask: OneQuery) {}

  async add(word: SecurityWord, about: SecurityAbout, now: Date): Promise<void> {
    await this.ask('INSERT INTO sign_in.security_log (at, word, about) VALUES ($1, $2, $3)', [
      now,
      word,
      JSON.stringify(about),
    ]);
  }
}
