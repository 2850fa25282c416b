import { resolve } from 'node:path';
import type { S3Settings } from '#platform/evidence-s3';
import type { OpenIdSettings } from '#platform/openid-connect';
import { CannotStart, type StartProblem } from '#platform/postgres';
import type { RateLimits } from '#platform/security';
import { LOG_LEVELS, type LogLevel } from '#platform/telemetry';
import { z } from 'zod';
import { EVIDENCE_SAID, EVIDENCE_VARIABLES, evidenceStoreOf, wrongStore } from './evidence/evidence-environment.js';
import { KEYS_SAID, KEYS_VARIABLES, keysOf, wrongKeys, type KeySettings } from './keys/keys-environment.js';
import { NETWORK_SAID, NETWORK_VARIABLES, networkOf, wrongTogether } from './network/network-environment.js';
import type { Network } from './network/network.js';
import { OPENID_SAID, OPENID_VARIABLES, openIdOf, wrongIssuer } from './openid/openid-environment.js';
import { RATE_LIMITS, RATES_SAID } from './security/rate-environment.js';
import type { ShownSetting } from './system/shown-settings.js';

/** What the operator set, checked; read once, at the start. */
export interface Config {
  readonly port: number;
  readonly network: Network;
  /** Who else vouches for people; nobody, when undefined. */
  readonly openId: OpenIdSettings | undefined;
  readonly rates: RateLimits;
  readonly dataDir: string;
  /** Where files of evidence are kept; under `dataDir` when undefined. */
  readonly evidenceStore: S3Settings | undefined;
  /** Where keys of personal data are shared; under `dataDir` when undefined. */
  readonly keyStore: KeySettings | undefined;
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
  /** This machine alone, when undefined. */
  readonly network?: Network;
  readonly openId?: OpenIdSettings | undefined;
  readonly evidenceStore?: S3Settings | undefined;
  readonly keyStore?: KeySettings | undefined;
  /** None, when undefined. */
  readonly rates?: RateLimits;
  /** The address for the role that may append to the log and read it, never change it, and that makes and fills the tables of the views. */
  readonly applicationUrl: string;
  readonly eventStoreUrl?: string | undefined;
  /** All of it as administrators may see it, each with where it comes from; nothing, when undefined. */
  readonly shown?: readonly ShownSetting[];
}

/** What is wrong with a variable, by the word that stands for it in the schema below. */
const SAID: Readonly<Record<string, StartProblem>> = {
  ...NETWORK_SAID,
  ...OPENID_SAID,
  ...EVIDENCE_SAID,
  ...KEYS_SAID,
  ...RATES_SAID,
  port: { en: 'must be a number from 0 to 65535 (0: any free port)', zh: '须为 0 到 65535 的数字（0：任意空闲端口）' },
  level: { en: `must be one of ${LOG_LEVELS.join(', ')}`, zh: '须为上列级别之一' },
  database: {
    en: 'must look like postgres://role:password@host:5432/database',
    zh: '须为 postgres://角色:口令@主机:5432/数据库 的形式',
  },
  log: {
    en: 'must look like esdb://user:password@host:2113 (not set: the log is in PostgreSQL)',
    zh: '须为 esdb://用户:口令@主机:2113 的形式（不设置：日志存于 PostgreSQL）',
  },
  alone: {
    en: 'is set without DATABASE_URL; set both, or neither for the bundled PostgreSQL',
    zh: '须与 DATABASE_URL 一并设置；都不设置则使用内置 PostgreSQL',
  },
};

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'database' }).optional();

const eventStoreUrl = z
  .string()
  .regex(/^esdb(\+discover)?:\/\//, 'log')
  .optional();

/** Every variable that is read, each by itself; how it may be shown stands in `SHOWN`. */
export const VARIABLES = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'port')
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'port' })
    .default(4000),
  ...NETWORK_VARIABLES,
  ...OPENID_VARIABLES,
  ...EVIDENCE_VARIABLES,
  ...KEYS_VARIABLES,
  RATE_LIMITS,
  DATA_DIR: z.string().default('.data'),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: 'level' }).default('info'),
  NODE_ENV: z.string().optional(),
  DATABASE_URL: databaseUrl,
  DATABASE_MIGRATION_URL: databaseUrl,
  EVENT_STORE: eventStoreUrl,
};

const Environment = z
  .object(VARIABLES)
  .refine((set) => set.DATABASE_URL !== undefined || set.DATABASE_MIGRATION_URL === undefined, {
    path: ['DATABASE_MIGRATION_URL'],
    error: 'alone',
  })
  .superRefine((set, context) => {
    const wrong = wrongTogether(set) ?? wrongIssuer(set) ?? wrongStore(set) ?? wrongKeys(set);
    if (wrong) context.addIssue({ code: 'custom', path: [wrong[0]], message: wrong[1] });
  });

const problemOf = ({ path, message }: z.core.$ZodIssue): StartProblem => {
  const { en, zh } = SAID[message] ?? { en: message, zh: '无效' };
  return { en: `${path.join('.')} ${en}`, zh };
};

/** Reads the environment; an empty value counts as not set. Throws CannotStart with one line for each problem. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => {
  const set = Object.entries(environment).filter(([, value]) => value !== '');
  const { data, error } = Environment.safeParse(Object.fromEntries(set));
  if (error) {
    throw new CannotStart(...error.issues.map(problemOf));
  }
  return {
    port: data.PORT,
    network: networkOf(data),
    openId: openIdOf(data),
    rates: data.RATE_LIMITS,
    dataDir: resolve(data.DATA_DIR),
    evidenceStore: evidenceStoreOf(data),
    keyStore: keysOf(data),
    logLevel: data.LOG_LEVEL,
    production: data.NODE_ENV === 'production',
    databaseUrl: data.DATABASE_URL,
    migrationUrl: data.DATABASE_MIGRATION_URL,
    eventStoreUrl: data.EVENT_STORE,
  };
};
