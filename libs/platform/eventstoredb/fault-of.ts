import { ErrorType } from '@eventstore/db-client';
import { ChannelLeft, LogRefused, LogUnavailable, NoAnswer } from './errors.js';

/**
 * What an error of the client says about a call:
 * conflict, too large and refused are the server's answer, so nothing was written; unreached means that no connection was made,
 * so nothing was sent; of everything else the outcome is unknown.
 */
export type Fault = 'conflict' | 'missing' | 'too-large' | 'refused' | 'unreached' | 'unknown';

/** By the client's own word for it. */
const TYPES: Readonly<Partial<Record<string, Fault>>> = {
  [ErrorType.WRONG_EXPECTED_VERSION]: 'conflict',
  [ErrorType.STREAM_NOT_FOUND]: 'missing',
  [ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED]: 'too-large',
  [ErrorType.ACCESS_DENIED]: 'refused',
  [ErrorType.STREAM_DELETED]: 'refused',
  [ErrorType.INVALID_ARGUMENT]: 'refused',
};

/** By the code of gRPC, for errors that come without a type: the first call after a disconnect fails so (kurrentdb.md 2, row 5). */
const CODES: Readonly<Partial<Record<number, Fault>>> = {
  3: 'refused',
  7: 'refused',
  8: 'too-large',
  16: 'refused',
};

/** By the server's own words, where the client has no type: a limit on single events, and a read from where no event begins. */
const WORDS: readonly (readonly [words: string, Fault])[] = [
  ['exceeds Maximum Append Event Size', 'too-large'],
  ['invalid position', 'missing'],
];
/** TLS failed before anything was said; the rest of the text is Node's or OpenSSL's. */
const CERTIFICATE = /certificate|altnames|SSL routines|wrong version number/i;
const UNREACHED =
  /^(14 UNAVAILABLE: )?(No connection established|Name resolution failed|Channel closed before call started)|^Failed to discover/;

/** What went wrong, by type, by code, and by text where there is neither. */
export const faultOf = (error: unknown): Fault => {
  if (!(error instanceof Error) || error instanceof NoAnswer || error instanceof ChannelLeft) return 'unknown';
  if (error instanceof LogRefused) return 'refused';
  return faultByName(error) ?? CODES[codeOf(error)] ?? (UNREACHED.test(error.message) ? 'unreached' : 'unknown');
};

const CLOSED: string = ErrorType.STREAM_DELETED;

/** A stream that was closed for ever by a tombstone: it can be neither read nor written. */
export const isClosed = (error: unknown): boolean => error instanceof Error && wordIn(error, 'type') === CLOSED;

/** Whether the server itself said so. */
export const isServers = (error: unknown): boolean => !['unreached', 'unknown'].includes(faultOf(error));

/** A node that knows of no leader may be the only one that does not: another one has to be asked. */
export const saysNoLeader = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('No leader info available');

/** What a call came to that recorded nothing, in the port's own words. */
export const unavailable = (error: unknown): LogRefused | LogUnavailable => {
  if (error instanceof LogRefused || error instanceof LogUnavailable) return error;
  return faultOf(error) === 'refused'
    ? new LogRefused(reasonOf(error), error)
    : new LogUnavailable(reasonOf(error), error);
};

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const faultByName = (error: Error): Fault | undefined => {
  const { message } = error;
  const known = WORDS.find(([words]) => message.includes(words))?.[1] ?? TYPES[wordIn(error, 'type')];
  return known ?? (CERTIFICATE.test(message) ? 'refused' : undefined);
};

const wordIn = (error: Error, key: string): string => {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : '';
};

const codeOf = (error: Error): number => {
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'number' ? code : -1;
};

/** The number of events that the stream holds, as a conflict tells it. */
export const actualIn = (error: unknown): bigint | undefined => {
  if (!(error instanceof Error)) return undefined;
  const actual: unknown = Reflect.get(error, 'actualVersion');
  if (typeof actual === 'bigint') return actual + 1n;
  return actual === 'no_stream' ? 0n : undefined;
};
