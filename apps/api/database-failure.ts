import { OutcomeUnknown, ReadOnly, StorageFull, Unavailable } from '#platform/event-store';
import { databaseErrorOf, serverCodeOf } from '#platform/postgres';
import { SERVER_SAYS } from './server-says.js';

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
  const ofServer = SERVER_SAYS[serverCodeOf(error) ?? ''];
  if (ofServer !== undefined || isOfFile(error)) return ofServer;
  const machine = databaseErrorOf(error);
  return OF_MACHINE.find(({ of }) => machine instanceof of)?.said;
};
