import type { Pool, QueryResultRow } from 'pg';
import { answered } from './trouble.js';

/** Whatever can run one statement and give its rows. */
export type Ask = <Row extends QueryResultRow>(sql: string, values: readonly unknown[]) => Promise<readonly Row[]>;

/** Any free connection of a pool. */
export const askPool =
  (pool: Pool): Ask =>
  async <Row extends QueryResultRow>(sql: string, values: readonly unknown[]) =>
    (await answered(pool, () => pool.query<Row>(sql, [...values]))).rows;
