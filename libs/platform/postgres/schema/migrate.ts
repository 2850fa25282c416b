// How to write a migration: `migrations/NNNN_name.sql`, plain SQL, as many statements as needed, no BEGIN or COMMIT.
// - It runs once, as the owner role, in one transaction with its record; a released file is never edited or removed.
// - `:app_role` becomes the quoted name of the application role: `GRANT USAGE ON SCHEMA log TO :app_role;`. Grant exactly
//   what the application needs there: PostgreSQL grants nothing on new schemas and tables, but EXECUTE on a new function
//   goes to PUBLIC, so `REVOKE ALL ON FUNCTION … FROM PUBLIC` first. `::type` casts are left alone.
// - The search_path is empty of user schemas: write `log.event`, not `event`; in functions add `SET search_path = ''`.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { escapeIdentifier, type Client } from 'pg';
import { CannotStart } from '../connect/cannot-start.js';
import { codeOf } from '../connect/code-of.js';
import { readMigrations, type Migration } from './migration-files.js';
import { withClient } from '../connect/with-client.js';

/** The migrations of this program. */
export const MIGRATIONS = join(__dirname, 'migrations');

export interface Migrate {
  /** Logs in as the role that owns the schemas. */
  readonly ownerUrl: string;
  /** The role the program works as afterwards; it must exist. */
  readonly appRole: string;
  readonly folder?: string;
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly app_role: string;
}

const LOCK = 'SELECT pg_advisory_lock(hashtextextended($1, 0))';
const RECORDS = `
  SET client_min_messages = warning;
  SET search_path = pg_catalog;
  CREATE SCHEMA IF NOT EXISTS migration;
  CREATE TABLE IF NOT EXISTS migration.applied (
    number integer PRIMARY KEY,
    name text NOT NULL,
    sha256 text NOT NULL,
    app_role text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  );
  GRANT USAGE ON SCHEMA migration TO :app_role;
  GRANT SELECT ON migration.applied TO :app_role;`;

/**
 * Brings a database to the schema of this program and says which migrations it ran now. Any number of processes may call it
 * at once: the first one does the work. Throws CannotStart if an applied migration was changed, came late or is not known here.
 */
export const migrate = ({ ownerUrl, appRole, folder = MIGRATIONS }: Migrate): Promise<readonly string[]> =>
  withClient(ownerUrl, async (client) => {
    await client.query(LOCK, ['sifang migrations']);
    await client.query(forRole(RECORDS, appRole));
    const migrations = readMigrations(folder);
    const applied = await readApplied(client);
    const missing = pending(migrations, applied);
    await checkRole(client, applied, appRole);
    for (const migration of missing) await run(client, migration, appRole);
    return missing.map(({ name }) => name);
  });

/** The names of migrations that a database still needs, as its application role sees it. Throws as `migrate` does. */
export const pendingMigrations = (applicationUrl: string, folder = MIGRATIONS): Promise<readonly string[]> =>
  withClient(applicationUrl, async (client) => {
    const { rows } = await client.query<{ found: boolean }>(
      `SELECT to_regclass('migration.applied') IS NOT NULL AS found`,
    );
    const applied = rows[0]?.found ? await readApplied(client) : [];
    return pending(readMigrations(folder), applied).map(({ name }) => name);
  });

const readApplied = async (client: Client): Promise<readonly Applied[]> =>
  (await client.query<Applied>('SELECT number, name, sha256, app_role FROM migration.applied ORDER BY number')).rows;

const pending = (migrations: readonly Migration[], applied: readonly Applied[]): readonly Migration[] => {
  for (const done of applied) {
    const migration = migrations.find(({ number }) => number === done.number);
    if (!migration) {
      throw new CannotStart({
        en: `the database has migration ${done.name}, which this program does not know: start a newer release`,
        zh: '数据库含本程序未知的迁移，请使用更新的版本',
      });
    }
    if (migration.sha256 !== done.sha256) {
      throw new CannotStart({
        en: `migration ${migration.name} was changed after it was applied; add a new one instead`,
        zh: '已执行的迁移被改动，请恢复原文并另加新迁移',
      });
    }
  }
  const last = applied.at(-1)?.number ?? 0;
  const missing = migrations.filter(({ number }) => !applied.some((done) => done.number === number));
  const late = missing.find(({ number }) => number < last);
  if (late) {
    throw new CannotStart({
      en: `migration ${late.name} came after a later one was applied; give it a higher number`,
      zh: '迁移编号小于已执行者，请改用更大的编号',
    });
  }
  return missing;
};

/** Grants went to the role of the first run; another role has them only as its member. */
const checkRole = async (client: Client, applied: readonly Applied[], appRole: string) => {
  const granted = applied[0]?.app_role;
  if (granted === undefined || granted === appRole) return;
  const { rows } = await client.query<{ member: boolean }>(`SELECT pg_has_role($1, $2, 'USAGE') AS member`, [
    appRole,
    granted,
  ]);
  if (rows[0]?.member) return;
  throw new CannotStart({
    en: `the schema was granted to role ${granted}; run GRANT ${granted} TO ${appRole} first`,
    zh: `权限已授予角色 ${granted}，请先执行 GRANT ${granted} TO ${appRole}`,
  });
};

/**
 * A migration that waits for a table makes everybody wait who comes after it. So it waits for a moment only, lets the others
 * through, and tries again; for two minutes in all.
 */
const LOCK_MS = 400;
const TRIES = 150;
const LOCK_NOT_AVAILABLE = '55P03';

const run = async (client: Client, migration: Migration, appRole: string) => {
  for (let tries = 1; ; tries++) {
    try {
      await runOnce(client, migration, appRole);
      return;
    } catch (error) {
      if (codeOf(error) !== LOCK_NOT_AVAILABLE || tries === TRIES) {
        throw new Error(`migration ${migration.name} failed`, { cause: error });
      }
      await sleep(LOCK_MS);
    }
  }
};

const runOnce = async (client: Client, { number, name, sql, sha256 }: Migration, appRole: string) => {
  await client.query(`BEGIN; SET LOCAL lock_timeout = ${String(LOCK_MS)}`);
  try {
    await client.query(forRole(sql, appRole));
    await client.query('INSERT INTO migration.applied (number, name, sha256, app_role) VALUES ($1, $2, $3, $4)', [
      number,
      name,
      sha256,
      appRole,
    ]);
    await client.query('COMMIT');
  } catch (error) {
    // A broken connection has rolled back already, and the first error is the one to report.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
};

const forRole = (sql: string, appRole: string) => sql.replaceAll(/(?<!:):app_role\b/g, () => escapeIdentifier(appRole));
