import { bilingual, type Text } from '#kernel';

/** Every code that an error of this API can carry in `extensions.code`. */
export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_YET_VISIBLE',
  'VIEW_NOT_READY',
  'OVERLOADED',
  'UNAVAILABLE',
  'STORAGE_FULL',
  'OUTCOME_UNKNOWN',
  'TOO_MANY_TOKENS',
  'TOO_DEEP',
  'TOO_MANY_ALIASES',
  'TOO_MANY_ROOT_FIELDS',
  'TOO_MANY_DIRECTIVES',
  'TOO_COSTLY',
  'TOO_MANY_SUBSCRIPTIONS',
  'INTERNAL_SERVER_ERROR',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A failure that the client may know about: its code, its sentence, and the way to the argument at fault. */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** The way to the field at fault, from the argument's name inwards. */
    readonly at: readonly string[] = [],
  ) {
    super(message);
  }
}

/** "This argument is not acceptable", with the way to it. */
export const badInput = (text: Text, ...at: readonly string[]): AppError =>
  new AppError('BAD_USER_INPUT', bilingual(text), at);
