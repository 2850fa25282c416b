import { bilingual, type Text } from '#kernel';
import type { ErrorCode } from './error-codes.js';

/** A failure that the client may know about: its code, its sentence in both languages, and the way to the argument at fault. */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    readonly text: Text,
    /** The way to the field at fault, from the argument's name inwards. */
    readonly at: readonly string[] = [],
    /** After how many seconds the same may be asked again. */
    readonly retryAfter?: number,
  ) {
    super(bilingual(text));
  }
}

/** "This argument is not acceptable", with the way to it. */
export const badInput = (text: Text, ...at: readonly string[]): AppError => new AppError('BAD_USER_INPUT', text, at);
