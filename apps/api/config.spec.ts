import { resolve } from 'node:path';
import { UNLIMITED, USUAL_LIMITS } from '#platform/security';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';
import { LOOPBACK } from './network/network.js';

const URLS = {
  DATABASE_URL: 'postgres://app:x@db:5432/sifang',
  DATABASE_MIGRATION_URL: 'postgresql://owner@db/sifang',
};
const ROBOT = 'account-00000000-0000-4000-8000-000000000001';
const KURRENT = 'esdb://app:x@one:2113,two:2113?tlsCaFile=ca.pem';

describe('the configuration', () => {
  it('has a value for everything', () => {
    expect(readConfig({})).toEqual({
      port: 4000,
      network: LOOPBACK,
      rates: USUAL_LIMITS,
      dataDir: resolve('.data'),
      logLevel: 'info',
      production: false,
    });
    expect(readConfig({ PORT: '', DATA_DIR: '', DATABASE_URL: '' })).toEqual(readConfig({}));
    expect(readConfig({ RATE_LIMITS: 'off' }).rates).toEqual(UNLIMITED);
  });

  it('is what the environment says', () => {
    expect(
      readConfig({
        PORT: '0',
        DATA_DIR: '/srv/sifang',
        LOG_LEVEL: 'warn',
        NODE_ENV: 'production',
        ...URLS,
        EVENT_STORE: KURRENT,
        RATE_LIMITS: `mutations=60, resetAccount=10,${ROBOT}=5000`,
      }),
    ).toEqual({
      port: 0,
      network: LOOPBACK,
      rates: {
        ...USUAL_LIMITS,
        mutations: 60,
        fields: new Map([['resetAccount', 10]]),
        accounts: new Map([[ROBOT, 5000]]),
      },
      dataDir: '/srv/sifang',
      logLevel: 'warn',
      production: true,
      databaseUrl: URLS.DATABASE_URL,
      migrationUrl: URLS.DATABASE_MIGRATION_URL,
      eventStoreUrl: KURRENT,
    });
  });

  it.each([
    [
      { PORT: 'http' },
      'PORT must be a number from 0 to 65535 (0: any free port) 须为 0 到 65535 的数字（0：任意空闲端口）',
    ],
    [
      { PORT: '65536' },
      'PORT must be a number from 0 to 65535 (0: any free port) 须为 0 到 65535 的数字（0：任意空闲端口）',
    ],
    ...['on', 'operations', 'operations=0', 'account-1=5', 'mutations=5;address=5'].map(
      (RATE_LIMITS): [NodeJS.ProcessEnv, string] => [
        { RATE_LIMITS },
        'RATE_LIMITS must be off, or how much a minute, like operations=600,mutations=240,address=6000,connections=600,resetAccount=10,account-…=5000 须为 off，或每分钟上限，如 operations=600,mutations=240,address=6000,connections=600,resetAccount=10,account-…=5000',
      ],
    ),
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of trace, debug, info, warn, error, silent 须为上列级别之一'],
    [
      { DATABASE_URL: 'mysql://db' },
      'DATABASE_URL must look like postgres://role:password@host:5432/database 须为 postgres://角色:口令@主机:5432/数据库 的形式',
    ],
    [
      { DATABASE_MIGRATION_URL: URLS.DATABASE_MIGRATION_URL },
      'DATABASE_MIGRATION_URL is set without DATABASE_URL; set both, or neither for the bundled PostgreSQL 须与 DATABASE_URL 一并设置；都不设置则使用内置 PostgreSQL',
    ],
    [
      { EVENT_STORE: 'http://one:2113' },
      'EVENT_STORE must look like esdb://user:password@host:2113 (not set: the log is in PostgreSQL) 须为 esdb://用户:口令@主机:2113 的形式（不设置：日志存于 PostgreSQL）',
    ],
    [
      { PORT: '-1', LOG_LEVEL: '9' },
      'PORT must be a number from 0 to 65535 (0: any free port) 须为 0 到 65535 的数字（0：任意空闲端口）\n' +
        'LOG_LEVEL must be one of trace, debug, info, warn, error, silent 须为上列级别之一',
    ],
  ])('says what to set: %j', (environment, message) => {
    expect(() => readConfig(environment)).toThrow(expect.objectContaining({ name: 'CannotStart', message }));
  });
});
