import { randomUUID } from 'node:crypto';
import { bilingual } from '#kernel';
import type { Log } from '#platform/telemetry';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ERROR_CODES, type ErrorCode } from './error-codes.js';
import { LIMIT } from '../limits/limits-rule.js';
import { coercionPath } from './coercion-path.js';
import { knownError } from './known-error.js';

const MASKED = bilingual({
  en: 'Something went wrong on our side. Quote the correlation id when you report it.',
  zh: '系统内部错误，反馈时请附上关联编号。',
});

const isCode = (code: unknown): code is ErrorCode => ERROR_CODES.some((known) => known === code);

/** The code of an error that the GraphQL machinery itself found in a request. */
const requestCode = ({ message, extensions }: GraphQLFormattedError): ErrorCode | undefined => {
  const limit = extensions?.[LIMIT];
  if (isCode(limit)) return limit;
  if (/^Syntax Error: Document contains more tha[nt] \d+ tokens/.test(message)) return 'TOO_MANY_TOKENS';
  const code = extensions?.['code'];
  return isCode(code) && code !== 'INTERNAL_SERVER_ERROR' ? code : undefined;
};

const frames = (error: Error) => error.stack?.split('\n').filter((line) => line.startsWith('    at '));

/** What happened stays in the log, under a number that the client may quote. Messages may hold what somebody typed: debug only. */
const mask = (log: Log, error: unknown): GraphQLFormattedError => {
  const correlationId = randomUUID();
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const known = cause instanceof Error ? { error: cause.name, frames: frames(cause) } : { error: typeof cause };
  log.error({ correlationId, ...known }, 'request failed');
  log.debug(
    { correlationId, message: cause instanceof Error ? cause.message : String(cause) },
    'request failed because',
  );
  return { message: MASKED, extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId } };
};

/**
 * Turns any failure into what a client may see: a message, a code from a closed list, the way to the argument at fault.
 * Everything that is not expected is masked and logged under a correlation id.
 */
export const formatError =
  (log: Log, hideSuggestions: boolean) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const where = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    const known = knownError(error);
    if (known) {
      const path = known.at.length > 0 ? { path: known.at } : {};
      return { message: known.message, ...where, extensions: { code: known.code, ...path } };
    }
    const path = coercionPath(error);
    // The server leaves out its suggestions for documents only.
    const message = hideSuggestions ? formatted.message.replace(/ Did you mean .*$/s, '') : formatted.message;
    if (path) return { message, ...where, extensions: { code: 'BAD_USER_INPUT', path } };
    const code = requestCode(formatted);
    if (code) return { message, ...where, extensions: { code } };
    return { ...mask(log, error), ...where };
  };
