import { OutcomeUnknown, ReadOnly, StorageFull, Unavailable } from '#platform/event-store';
import { databaseErrorOf, serverCodeOf } from '#platform/postgres';

const NO_LOG =
  'this database has no log of Sifang: start the server on it once, or name another one 该数据库中没有四方日志，请先启动服务或改用其他数据库';

const BY_TRANSACTION =
  'a pooler gives connections out by the transaction: set it to session pooling, or name the server itself 连接池为事务模式，请改为会话模式或直接连接数据库';

/** What a server says of what it does not have, or does not let this role do. */
const OF_SERVER: Readonly<Record<string, string>> = {
  '42P01': NO_LOG,
  '3F000': NO_LOG,
  '42883':
    'the schema of this database is of another release: start this release on it, or use the other one 数据库结构与本版本不符，请以本版本启动一次或改用相应版本',
  '42703':
    'the schema of this database is of another release: start this release on it, or use the other one 数据库结构与本版本不符，请以本版本启动一次或改用相应版本',
  '42P05': BY_TRANSACTION,
  '26000': BY_TRANSACTION,
  '42501': 'this role may not do that: log in as the role that the command needs 当前角色无权执行，请换用所需角色',
  '3D000': 'there is no such database: see the name in the address 数据库不存在，请检查地址中的库名',
  '28P01': 'the password is refused: see the address 口令错误，请检查地址',
  '28000': 'this role may not log in: see the address 角色不能登录，请检查地址',
};

const OF_MACHINE = [
  {
    of: StorageFull,
    said: 'the database has no room left: make room, then run the same again 数据库存储已满，请清理空间后重试',
  },
  {
    of: ReadOnly,
    said: 'the database takes nothing in, as a copy or as it was set: use the primary, or let it be written 数据库只读（副本或设置所致），请改用主库或取消只读',
  },
  {
    of: OutcomeUnknown,
    said: 'the answer was lost: look at what is there before you run the same again 应答丢失，请核对后再重试',
  },
  {
    of: Unavailable,
    said: 'the database does not answer: see that it runs, then run the same again 数据库无应答，请检查后重试',
  },
] as const;

/** Files have names: what is said of one is not the database's. */
const isOfFile = (error: unknown): boolean => typeof error === 'object' && error !== null && 'path' in error;

/** What the operator is told of what a database said or did not say, in one line; undefined for anything else. */
export const databaseFailure = (error: unknown): string | undefined => {
  const ofServer = OF_SERVER[serverCodeOf(error) ?? ''];
  if (ofServer !== undefined || isOfFile(error)) return ofServer;
  const machine = databaseErrorOf(error);
  return OF_MACHINE.find(({ of }) => machine instanceof of)?.said;
};
