import { CannotStart } from './cannot-start.js';
import { codeOf } from './code-of.js';
import { hasOwnSession } from './own-session.js';
import { withClient } from './with-client.js';

/** What a server says about itself and about who logged in. */
export interface Account {
  readonly role: string;
  readonly superuser: boolean;
}

interface Row extends Account {
  readonly version: number;
  readonly encoding: string;
  readonly replica: boolean;
  readonly readonly: boolean;
}

const OLDEST = 15;
const WHO = `
  SELECT current_user AS role, rolsuper AS superuser, getdatabaseencoding() AS encoding,
         current_setting('server_version_num')::integer / 10000 AS version,
         pg_is_in_recovery() AS replica, current_setting('transaction_read_only')::boolean AS readonly
    FROM pg_roles WHERE rolname = current_user`;

/** Logs in once. Throws CannotStart, naming the setting but never its password, when that fails or the server does not suit. */
export const login = async (setting: string, url: string): Promise<Account> => {
  const row = await withClient(url, async (client) => (await client.query<Row>(WHO)).rows[0]).catch(
    (error: unknown) => {
      throw new CannotStart({
        en: `${setting}: no connection to ${placeOf(url)} (${reasonOf(error)}); set it to a server that runs`,
        zh: '无法连接数据库，请改为可用的服务器地址',
      });
    },
  );
  if (!row || row.version < OLDEST) {
    throw new CannotStart({
      en: `${setting}: PostgreSQL ${OLDEST} or newer is needed; set it to such a server`,
      zh: `需要 PostgreSQL ${OLDEST} 或更新版本，请更换服务器`,
    });
  }
  if (row.encoding !== 'UTF8') {
    throw new CannotStart({
      en: `${setting}: the database's encoding is ${row.encoding}, not UTF8; set it to one that is`,
      zh: '数据库编码不是 UTF8，请更换数据库',
    });
  }
  if (row.replica) {
    throw new CannotStart({
      en: `${setting}: ${placeOf(url)} is a replica, where nothing can be decided; set it to the primary`,
      zh: '该服务器是只读副本，请改为主库',
    });
  }
  if (row.readonly) {
    throw new CannotStart({
      en: `${setting}: ${placeOf(url)} is set to read-only, where nothing can be recorded; set default_transaction_read_only off again`,
      zh: '该数据库被设为只读，请关闭 default_transaction_read_only',
    });
  }
  if (!(await hasOwnSession(url))) {
    throw new CannotStart({
      en: `${setting}: the pooler at ${placeOf(url)} gives connections out by the transaction; set it to session pooling, or to the server itself`,
      zh: '连接池为事务模式，请改为会话模式（session pooling），或直接连接数据库',
    });
  }
  return row;
};

const placeOf = (url: string) => {
  const { username, host, pathname } = new URL(url);
  return `${username}@${host}${pathname}`;
};

/** A host with several addresses fails with a collection of errors, whose own message is empty. */
const reasonOf = (error: unknown): string => {
  if (error instanceof Error && error.message !== '') return error.message;
  return String(codeOf(error) ?? error);
};
