import { bilingual } from '#kernel';
import { EventTooLarge, Overloaded } from '#platform/event-store';
import { InvalidToken } from '#platform/identity';
import { BadCursor, NotYetVisible } from '#platform/views';
import { GraphQLError } from 'graphql';
import { AppError, type ErrorCode } from '../app-error.js';

const error = (code: ErrorCode, en: string, zh: string, ...at: readonly string[]) =>
  new AppError(code, bilingual({ en, zh }), at);

/** Failures of the machinery that a client can do something about. */
const told = (cause: unknown): AppError | undefined => {
  if (cause instanceof AppError) return cause;
  if (cause instanceof InvalidToken)
    return error('UNAUTHENTICATED', 'Sign in first: no valid token.', '请先登录：没有有效的令牌。');
  if (cause instanceof NotYetVisible) {
    return error(
      'NOT_YET_VISIBLE',
      'Written but not visible yet; ask again in a moment.',
      '已写入但尚不可见，请稍后再查。',
    );
  }
  if (cause instanceof BadCursor)
    return error('BAD_USER_INPUT', 'This list gave out no such cursor.', '游标无效。', 'after');
  if (cause instanceof EventTooLarge)
    return error('BAD_USER_INPUT', 'This is too much at once.', '内容过大。', 'input');
  if (cause instanceof Overloaded) {
    return error(
      'OVERLOADED',
      'Too many writes are waiting; send the same command again soon.',
      '写入排队过多，请稍后重发同一命令。',
    );
  }
  return undefined;
};

/** What a client may be told of a failure, wherever it was wrapped; undefined for what must stay inside. */
export const knownError = (error: unknown): AppError | undefined =>
  told(error) ?? (error instanceof GraphQLError ? told(error.originalError) : undefined);
