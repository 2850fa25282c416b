import type { QueryResultRow } from 'pg';
import type { OneQuery } from '../connect/one-query.js';

interface CountLine extends QueryResultRow {
  readonly key: Buffer;
  readonly count: number;
}

/** What all processes have counted, minute by minute, under keys that say nothing. */
export class PostgresMinuteCounts {
  constructor(
    private readonly ask: OneQuery,
    private readonly digest: (text: string) => Buffer,
  ) {}

  /** Adds to a minute, and says what its keys stand at. Everybody adds in the same order, so that no two wait for each other. */
  async share(minute: Date, added: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> {
    const names = new Map([...added.keys()].map((key) => [this.digest(key).toString('hex'), key]));
    const counts = [...names.values()].map((key) => added.get(key) ?? 0);
    const lines = await this.ask<CountLine>(
      `INSERT INTO security.counted AS c (key, minute, count)
       SELECT a.key, $1, a.count FROM unnest($2::bytea[], $3::integer[]) AS a(key, count) ORDER BY a.key
       ON CONFLICT (key, minute) DO UPDATE SET count = c.count + excluded.count RETURNING key, count`,
      [minute, [...names.keys()].map((hex) => Buffer.from(hex, 'hex')), counts],
    );
    return new Map(lines.map(({ key, count }) => [names.get(key.toString('hex')) ?? '', count]));
  }

  /** Removes what was counted before a moment. */
  async forgetBefore(moment: Date): Promise<void> {
    await this.ask('DELETE FROM security.counted WHERE minute < $1', [moment]);
  }
}
