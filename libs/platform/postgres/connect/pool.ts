import { Pool } from 'pg';
import { setUp, type Settings } from './session.js';

export type { Pool } from 'pg';

export interface PoolOptions {
  readonly url: string;
  /** What the connections are for, as the server shows it beside each. */
  readonly name: string;
  readonly max: number;
  readonly statementTimeoutMs?: number;
  /** Sends a query of a connection while earlier ones are being answered. */
  readonly pipeline?: boolean;
  /** Further settings of the server for these connections, which only make them faster. */
  readonly settings?: Settings;
}

/**
 * Within 25 seconds the server, too, notices that this side is gone without a word, and gives back what the connection held: a
 * follower's lease above all. Its own default is two hours.
 */
const KEEP_ALIVE = { tcp_keepalives_idle: '10', tcp_keepalives_interval: '5', tcp_keepalives_count: '3' };

/** No look is divided among processes of the server: starting them takes longer than all of a page, and others wait for a processor, too. */
const UNDIVIDED = { max_parallel_workers_per_gather: '0' };

const CONNECT_MS = 5_000;
/** How much later than the server this side gives up: only a server that is gone does not answer by then. */
const GRACE_MS = 2_000;

/** A pool whose queries always end: by the server's own time-out, or by this side's when the server is gone. */
export const openPool = ({
  url,
  name,
  max,
  statementTimeoutMs = 5_000,
  pipeline = false,
  settings = {},
}: PoolOptions): Pool => {
  const timeout = String(statementTimeoutMs);
  const session = { statement_timeout: timeout, idle_in_transaction_session_timeout: timeout, ...KEEP_ALIVE };
  const pool = new Pool({
    connectionString: url,
    application_name: `sifang ${name}`,
    max,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: statementTimeoutMs + GRACE_MS,
    keepAlive: true,
    pipeline,
    verify: (client, done) => {
      // One that is cut by now is nobody's yet: its next query says so.
      client.on('error', () => undefined);
      setUp(client, { ...session, ...UNDIVIDED, ...settings }).then(() => {
        done();
      }, done);
    },
  });
  // An idle connection that breaks is left out of the pool; the next query opens another one, or reports why it cannot.
  pool.on('error', () => undefined);
  return pool;
};
