import type { Client } from 'pg';
import { z } from 'zod';
import { withClient } from './with-client.js';

export interface BaseBackupSteps {
  /** Copies the cluster's files, but for the write-ahead log, while the server goes on writing to them. */
  copyFiles(): Promise<void>;
  /** Copies these files of the write-ahead log, which nothing changes or removes by now. */
  copyWal(names: readonly string[]): Promise<void>;
}

/** What belongs to the copied files. */
export interface BaseBackup {
  readonly serverVersion: string;
  /** The content of the file `backup_label`, without which the copy must not be started. */
  readonly label: string;
  readonly tablespaces: string;
}

const START = `SELECT pg_create_physical_replication_slot('sifang_backup_' || pg_backend_pid(), true, true),
  current_setting('server_version') AS version`;
const BEGIN = `SELECT pg_backup_start('sifang', true)::text AS start`;
const STOP = `SELECT lsn::text AS stop, labelfile AS label, spcmapfile AS tablespaces FROM pg_backup_stop(false)`;
// Every file that a byte from the first position to the last one is in.
const WAL = `SELECT pg_walfile_name('0/0'::pg_lsn + n * size + 1) AS name
  FROM pg_size_bytes(current_setting('wal_segment_size')) AS size,
    generate_series(div($1::pg_lsn - '0/0'::pg_lsn, size), div($2::pg_lsn - '0/0'::pg_lsn - 1, size)) AS n
  ORDER BY n`;

const Started = z.tuple([z.object({ version: z.string() })]);
const Begun = z.tuple([z.object({ start: z.string() })]);
const Stopped = z.tuple([z.object({ stop: z.string(), label: z.string(), tablespaces: z.string().nullable() })]);
const Names = z.array(z.object({ name: z.string() }));

/**
 * Runs a backup of a server whose files this process can read: PostgreSQL's "low level API". The copy, started with its label,
 * holds everything that was committed when `copyWal` was called. A slot of this session keeps the write-ahead log from being
 * removed meanwhile; it goes with the session, however that ends. The URL is a superuser's.
 */
export const baseBackup = (url: string, steps: BaseBackupSteps): Promise<BaseBackup> =>
  withClient(url, async (client) => {
    const [{ version }] = Started.parse(await rows(client, START));
    const [{ start }] = Begun.parse(await rows(client, BEGIN));
    await steps.copyFiles();
    const [{ stop, label, tablespaces }] = Stopped.parse(await rows(client, STOP));
    await steps.copyWal(Names.parse(await rows(client, WAL, [start, stop])).map(({ name }) => name));
    return { serverVersion: version, label, tablespaces: tablespaces ?? '' };
  });

const rows = async (client: Client, sql: string, values: readonly unknown[] = []): Promise<unknown> =>
  (await client.query<Record<string, unknown>>(sql, [...values])).rows;
