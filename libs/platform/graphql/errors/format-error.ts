import { randomUUID } from 'node:crypto';
import type { Log } from '#platform/telemetry';
import { GraphQLError, Kind, type GraphQLFormattedError } from 'graphql';
import { knownError } from './known-error.js';
import { written, type Told } from './told.js';

const MASKED = {
  en: 'Something went wrong on our side. Quote the correlation id when you report it.',
  zh: '系统内部错误，反馈时请附上关联编号。',
};
/** An argument that only turns out to be missing where it is used: a variable that is null although it has a default. */
const BAD_ARGUMENT: Told = {
  code: 'BAD_USER_INPUT',
  text: { en: 'An argument that is required is missing or null.', zh: '必填参数缺失或为空。' },
};

const causeOf = (error: unknown): unknown => (error instanceof GraphQLError ? (error.originalError ?? error) : error);

/** What happened stays in the log, under a number that the client may quote. */
const mask = (log: Log, error: unknown): Told => {
  const correlationId = randomUUID();
  log.error({ correlationId, error }, 'request failed');
  return { code: 'INTERNAL_SERVER_ERROR', text: MASKED, correlationId };
};

/** The library points to the value at fault where an argument is wrong, and to the field for everything else. */
const isArgument = (cause: unknown): boolean => {
  const [node] = cause instanceof GraphQLError ? (cause.nodes ?? []) : [];
  return node !== undefined && node.kind !== Kind.FIELD && node.kind !== Kind.OPERATION_DEFINITION;
};

/** What is told of a failure that happened while an operation was carried out. What is not expected is masked and logged. */
export const toldOf = (log: Log, error: unknown): Told => {
  const cause = causeOf(error);
  return knownError(cause) ?? (isArgument(cause) ? BAD_ARGUMENT : mask(log, cause));
};

/** The same as the server asks for it, before it is known in which language. */
export const formatError =
  (log: Log) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError =>
    written(toldOf(log, error), undefined, formatted);
