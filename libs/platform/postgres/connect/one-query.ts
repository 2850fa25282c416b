import type { Pool, QueryResultRow } from 'pg';
import { answered } from './answered.js';

/** Whatever can run one statement and give its rows. */
export type OneQuery = <Row extends QueryResultRow>(sql: string, values: readonly unknown[]) => Promise<readonly Row[]>;

/** Asks on any free connection of a pool. */
export const queryPool =
  (pool: Pool): OneQuery =>
  async <Row extends QueryResultRow>(sql: string, values: readonly unknown[]) =>
    (await answered(pool, () => pool.query<Row>(sql, [...values]))).rows;
