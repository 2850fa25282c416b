import { resolve } from 'node:path';
import { CannotStart } from '#platform/postgres';
import { LOG_LEVELS, type LogLevel } from '#platform/telemetry';
import { z } from 'zod';

/** What the operator set, checked; read once, at the start. */
export interface Config {
  readonly port: number;
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  /** Whether the schema is hidden from clients. */
  readonly production: boolean;
  /** Where the database is; the bundled PostgreSQL when undefined. */
  readonly databaseUrl: string | undefined;
  readonly migrationUrl: string | undefined;
  /** Where the log is; in PostgreSQL, beside the read models, when undefined. */
  readonly eventStoreUrl: string | undefined;
}

/** What the application needs to know once its database is there. */
export interface Settings extends Pick<Config, 'port' | 'dataDir' | 'production'> {
  /** The address for the role that may append to the log and read it, never change it, and that makes and fills the tables of the views. */
  readonly applicationUrl: string;
  readonly eventStoreUrl?: string | undefined;
}

const databaseUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://role:password@host:5432/database' })
  .optional();

const eventStoreUrl = z
  .string()
  .regex(/^esdb(\+discover)?:\/\//, 'must look like esdb://user:password@host:2113 (not set: the log is in PostgreSQL)')
  .optional();

const Environment = z
  .object({
    PORT: z
      .string()
      .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535 (0: any free port)')
      .transform(Number)
      .refine((port) => port <= 65_535, { error: 'must be a number from 0 to 65535 (0: any free port)' })
      .default(4000),
    DATA_DIR: z.string().default('.data'),
    LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
    NODE_ENV: z.string().optional(),
    DATABASE_URL: databaseUrl,
    DATABASE_MIGRATION_URL: databaseUrl,
    EVENT_STORE: eventStoreUrl,
  })
  .refine((set) => set.DATABASE_URL !== undefined || set.DATABASE_MIGRATION_URL === undefined, {
    path: ['DATABASE_MIGRATION_URL'],
    error: 'is set without DATABASE_URL; set both, or neither for the bundled PostgreSQL',
  });

/** Reads the environment; an empty value counts as not set. Throws CannotStart with one line for each problem. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => {
  const set = Object.entries(environment).filter(([, value]) => value !== '');
  const { data, error } = Environment.safeParse(Object.fromEntries(set));
  if (error) {
    throw new CannotStart(error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'));
  }
  return {
    port: data.PORT,
    dataDir: resolve(data.DATA_DIR),
    logLevel: data.LOG_LEVEL,
    production: data.NODE_ENV === 'production',
    databaseUrl: data.DATABASE_URL,
    migrationUrl: data.DATABASE_MIGRATION_URL,
    eventStoreUrl: data.EVENT_STORE,
  };
};
