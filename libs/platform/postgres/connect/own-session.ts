import type { Client } from 'pg';
import { withClient } from './with-client.js';

/** As often as a pooler that hands out its connections in turn is asked before it is believed to keep one for each client. */
const TURNS = 6;

/**
 * Whether a connection stays on one session of the server, which then serves nobody else: locks of followers and prepared statements
 * live there. Two connections ask in turn which session serves them; behind a pooler that gives sessions out by the transaction or the
 * statement both are told of one, or one of them is told of several.
 */
export const hasOwnSession = (url: string): Promise<boolean> =>
  withClient(url, (one) =>
    withClient(url, async (other) => {
      const [ofOne, ofOther] = [new Set<number>(), new Set<number>()];
      for (let turn = 0; turn < TURNS; turn++) {
        ofOne.add(await sessionOf(one));
        ofOther.add(await sessionOf(other));
      }
      return ofOne.size === 1 && ofOther.size === 1 && new Set([...ofOne, ...ofOther]).size === 2;
    }),
  );

const sessionOf = async (client: Client): Promise<number> => {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid ?? Number.NaN;
};
