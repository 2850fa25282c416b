import { examineDatabase } from '#platform/postgres';
import { readConfig, type Config } from '../../api/config.js';
import { openEventLog } from '../../api/event-log.js';
import { operatorFailure } from '../operator-failure.js';
import { withDatabase } from '../with-database.js';
import { about, type Finding } from '../../api/doctor/findings.js';
import { backupAge } from './of-backup.js';
import { database } from '../../api/doctor/of-database.js';
import { keys } from './of-keys.js';
import { log } from './of-log.js';
import { disk, folder, port } from '../../api/doctor/of-machine.js';

type Look = () => Finding | readonly Finding[] | Promise<Finding | readonly Finding[]>;

const DATABASE = about({ en: 'database', zh: '数据库' });

/** What one look found; what machine or operator did ends the look, not the others. */
const looked = async (check: string, look: Look): Promise<readonly Finding[]> => {
  try {
    return [await look()].flat();
  } catch (error) {
    const todo = operatorFailure(error);
    if (todo === undefined) throw error;
    return [{ check, state: 'failed', found: '', todo }];
  }
};

/** Everything that an operator can get wrong, as it stands; nothing is changed by looking, but that a bundled PostgreSQL runs meanwhile. */
export const doctor = async (
  { backup }: { readonly backup?: string | undefined },
  environment: NodeJS.ProcessEnv = process.env,
): Promise<readonly Finding[]> => {
  const config = readConfig(environment);
  const own = [
    ...(await looked('folder', () => folder(config.dataDir))),
    ...(await looked('disk', () => disk(config.dataDir))),
    ...(await looked('port', () => port(config.port, config.network.host))),
    ...(backup === undefined ? [] : await looked('backup', () => backupAge(backup, new Date()))),
  ];
  return [...own, ...(await looked('database', () => ofDatabase(config, environment)))];
};

/** The database of an operator is looked at as it is; the bundled one is made and migrated by whoever uses it first. */
const ofDatabase = async (config: Config, environment: NodeJS.ProcessEnv): Promise<readonly Finding[]> => {
  const { databaseUrl } = config;
  if (databaseUrl === undefined) {
    return withDatabase(({ applicationUrl }) => within(config, applicationUrl, 'bundled 内置'), environment);
  }
  await examineDatabase(databaseUrl);
  return within(config, databaseUrl, 'roles, schema and sessions as they should be 角色、结构与会话正常');
};

const within = async (config: Config, applicationUrl: string, found: string): Promise<readonly Finding[]> => {
  const told = await looked('server', () => database(applicationUrl, () => new Date()));
  const events = await openEventLog({ applicationUrl, eventStoreUrl: config.eventStoreUrl });
  try {
    return [
      DATABASE.ok(found),
      ...told,
      ...(await looked('log', () => log(events))),
      ...(await looked('keys', () => keys(config, applicationUrl, events))),
    ];
  } finally {
    await events.close();
  }
};
