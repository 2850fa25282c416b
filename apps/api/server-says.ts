const NO_LOG =
  'this database has no log of Sifang: start the server on it once, or name another one 该数据库中没有四方日志，请先启动服务或改用其他数据库';

const BY_TRANSACTION =
  'a pooler gives connections out by the transaction: set it to session pooling, or name the server itself 连接池为事务模式，请改为会话模式或直接连接数据库';

const OTHER_RELEASE =
  'the schema of this database is of another release: start this release on it, or use the other one 数据库结构与本版本不符，请以本版本启动一次或改用相应版本';

/** What a server says of what it does not have, or does not let this role do. */
export const SERVER_SAYS: Readonly<Record<string, string>> = {
  '42P01': NO_LOG,
  '3F000': NO_LOG,
  '42883': OTHER_RELEASE,
  '42703': OTHER_RELEASE,
  '42P05': BY_TRANSACTION,
  '26000': BY_TRANSACTION,
  '42501': 'this role may not do that: log in as the role that the command needs 当前角色无权执行，请换用所需角色',
  '3D000': 'there is no such database: see the name in the address 数据库不存在，请检查地址中的库名',
  '28P01': 'the password is refused: see the address 口令错误，请检查地址',
  '28000': 'this role may not log in: see the address 角色不能登录，请检查地址',
};
