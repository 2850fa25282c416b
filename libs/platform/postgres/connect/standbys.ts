import { z } from 'zod';
import type { OneQuery } from './one-query.js';

/** Whether an answer waits until other servers have what was written. */
export interface Standbys {
  /** Whom commits wait for, as the server has it set; empty when for nobody. */
  readonly names: string;
  /** How many of these are there; undefined where this role is not shown them. */
  readonly there: number | undefined;
}

const ASK = `
  SELECT current_setting('synchronous_standby_names') AS names,
    CASE WHEN pg_has_role(current_user, 'pg_monitor', 'MEMBER')
      THEN (SELECT count(*) FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum'))::integer END AS there`;

const Told = z.tuple([z.object({ names: z.string(), there: z.int().nullable() })]);

/** Looks at the standbys of a server, as far as the role may see them. */
export const lookAtStandbys = async (ask: OneQuery): Promise<Standbys> => {
  const [{ names, there }] = Told.parse(await ask(ASK, []));
  return { names, there: there ?? undefined };
};

/** Whether a server takes what is written, and is no copy of another one. */
export const isPrimary = async (ask: OneQuery): Promise<boolean> => {
  const [row] = await ask<{ copy: boolean }>('SELECT pg_is_in_recovery() AS copy', []);
  return row?.copy === false;
};
