import type { Pool, QueryResultRow } from 'pg';
import { answered } from './answered.js';

/** Whatever can run one statement and give its rows. */
export type OneQuery = <Row extends QueryResultRow>(sql: string, values: readonly unknown[]) => Promise<readonly Row[]>;

/** Asks on any free connection of a pool. */
export const queryPool =
  (pool: Pool): OneQuery =>
  async <Row extends QueryResultRow>(sql: string, values: readonly unknown[]) =>
    (await answered(pool, () => pool.query<Row>(sql, [...values]))).rows;

/** Lets one query run at a time, in the order of asking: for callers that share a connection. */
export const inTurn = (ask: OneQuery): OneQuery => {
  let last: Promise<unknown> = Promise.resolve();
  return async <Row extends QueryResultRow>(sql: string, values: readonly unknown[]) => {
    const answer = last.then(() => ask<Row>(sql, values));
    last = answer.catch(() => undefined);
    return answer;
  };
};
