import type { Text } from '#kernel';
import {
  EventTooLarge,
  OutcomeUnknown,
  Overloaded,
  ReadOnly,
  StorageFull,
  Unavailable,
  UnreadableEvent,
} from '#platform/event-store';
import { ForeignOrigin, InvalidToken } from '#platform/identity';
import { KeyStoreDamaged } from '#platform/personal-data';
import { BadCursor, BeyondTheLog, NotYetVisible, ViewNotReady, NeverRecorded } from '#platform/views';
import { GraphQLError } from 'graphql';
import { AppError } from './app-error.js';
import { COMMON_TEXTS } from './common-texts.js';
import type { ErrorCode } from './error-codes.js';
import type { Told } from './told.js';

interface ErrorText extends Text {
  /** The class of errors that this is said of. */
  readonly of: abstract new (...args: never[]) => Error;
  readonly code: ErrorCode;
  /** The argument at fault. */
  readonly at?: string;
}

/** Failures of the machinery that a client can do something about. */
const ERROR_TEXTS: readonly ErrorText[] = [
  { of: InvalidToken, code: 'UNAUTHENTICATED', ...COMMON_TEXTS.UNAUTHENTICATED },
  { of: ForeignOrigin, code: 'FORBIDDEN', ...COMMON_TEXTS.FORBIDDEN },
  {
    of: NotYetVisible,
    code: 'NOT_YET_VISIBLE',
    en: 'Written but not visible yet; ask again in a moment.',
    zh: '已写入但尚不可见，请稍后再查。',
  },
  { of: BadCursor, code: 'BAD_USER_INPUT', at: 'after', en: 'This list gave out no such cursor.', zh: '游标无效。' },
  // What nobody has recorded yet, or may still change, is not looked at.
  {
    of: BeyondTheLog,
    code: 'BEYOND_THE_LOG',
    at: 'asOf',
    en: 'The log does not reach that far yet: look at what is past, or at the present.',
    zh: '日志尚未到达该位置或时刻：请查询过去或当前。',
  },
  {
    of: NeverRecorded,
    code: 'BEYOND_THE_LOG',
    at: 'waitFor',
    en: 'The log does not hold this position: it was never recorded, or the log was brought back to an earlier state. Look at what is there.',
    zh: '日志中没有该位置：从未记录，或日志已恢复到较早状态。须核对现有记录。',
  },
  { of: EventTooLarge, code: 'BAD_USER_INPUT', at: 'input', en: 'This is too much at once.', zh: '内容过大。' },
  {
    of: Overloaded,
    code: 'OVERLOADED',
    en: 'Too much is waiting; ask the same again soon.',
    zh: '排队过多，请稍后重发同一请求。',
  },
  {
    of: Unavailable,
    code: 'UNAVAILABLE',
    en: 'The database does not answer; nothing was written. Ask the same again soon.',
    zh: '数据库无应答，未写入任何内容。请稍后重发同一请求。',
  },
  {
    of: KeyStoreDamaged,
    code: 'UNAVAILABLE',
    en: 'The keys of personal data are damaged or missing; nothing was written. Tell whoever runs the server.',
    zh: '个人信息密钥损坏或缺失，未写入任何内容。请告知系统运维人员。',
  },
  {
    of: StorageFull,
    code: 'STORAGE_FULL',
    en: 'There is no room for new records; nothing was written. Reading goes on.',
    zh: '存储空间已满，未写入任何内容；查询不受影响。',
  },
  {
    of: ReadOnly,
    code: 'UNAVAILABLE',
    en: 'This server only shows a copy; nothing was written. Ask the one that takes commands.',
    zh: '此服务器为只读副本，未写入任何内容，请向主服务器提交。',
  },
  {
    of: UnreadableEvent,
    code: 'HISTORY_DAMAGED',
    en: 'The record of this is damaged and is not shown in part. Tell whoever runs the server.',
    zh: '该事项的历史记录已损坏，不作部分显示。可告知系统运维人员。',
  },
  {
    of: OutcomeUnknown,
    code: 'OUTCOME_UNKNOWN',
    en: 'The answer was lost: it may be recorded or not. Send the same command again to learn which.',
    zh: '应答丢失：命令可能已入日志，也可能没有。请重发同一命令以确认结果。',
  },
];

/** A view that is being built, and how far it is. */
const notReady = ({ reached, end }: ViewNotReady): Text => {
  const [read, all] = [reached, end].map((place) => (place === 'start' ? '0' : String(place)));
  return {
    en: `This list is being built (at ${read} of ${all}); others can be read. Ask again later.`,
    zh: `该视图正在重建（已至 ${read}，共 ${all}），其余视图可正常查询，请稍后再查。`,
  };
};

const saidOf = (cause: unknown): Told | undefined => {
  if (cause instanceof ViewNotReady) return { code: 'VIEW_NOT_READY', text: notReady(cause) };
  const known = ERROR_TEXTS.find(({ of }) => cause instanceof of);
  return known && { code: known.code, text: known, ...(known.at !== undefined && { at: [known.at] }) };
};

const toldBy = (cause: unknown): Told | undefined => (cause instanceof AppError ? cause : saidOf(cause));

/** What a client may be told of a failure, wherever it was wrapped; undefined for what must stay inside. */
export const knownError = (error: unknown): Told | undefined =>
  toldBy(error) ?? (error instanceof GraphQLError ? toldBy(error.originalError) : undefined);
