import { isNativeError } from 'node:util/types';
import { framesOf } from './frames.js';
import { saidBy } from './said.js';

/** What a line of the log says of something that was thrown. */
export interface Failure {
  readonly name: string;
  /** Of the system, of gRPC, or SQLSTATE. */
  readonly code?: string | number;
  readonly message?: string;
  readonly frames?: readonly string[];
  readonly cause?: Failure;
  /** What failed together. */
  readonly causes?: readonly Failure[];
}

const MOST_CAUSES = 4;
const MOST_TOGETHER = 3;
const NAME = /^[$\w.]{1,60}$/;
const CODE = /^[A-Z0-9_]{1,40}$/;

export const isError = (thrown: unknown): thrown is Error => isNativeError(thrown) || thrown instanceof Error;

/** A server's errors are called `error` by the driver that brings them. */
const nameOf = ({ name, constructor }: Error): string =>
  [name === 'Error' || name === 'error' ? constructor.name : name, 'Error'].find((one) => NAME.test(one)) ?? 'Error';

const codeOf = (error: Error): string | number | undefined => {
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'number' || (typeof code === 'string' && CODE.test(code)) ? code : undefined;
};

const causesOf = (error: Error): readonly unknown[] =>
  error instanceof AggregateError ? (error.errors as readonly unknown[]).slice(0, MOST_TOGETHER) : [];

const ofError = (error: Error, depth: number): Failure => {
  const [code, message, frames] = [codeOf(error), saidBy(error), framesOf(error)];
  const deeper = depth < MOST_CAUSES;
  const together = deeper ? causesOf(error) : [];
  return {
    name: nameOf(error),
    ...(code !== undefined && { code }),
    ...(message !== '' && { message }),
    ...(frames.length > 0 && { frames }),
    ...(deeper && error.cause !== undefined && { cause: failure(error.cause, depth + 1) }),
    ...(together.length > 0 && { causes: together.map((one) => failure(one, depth + 1)) }),
  };
};

const failure = (thrown: unknown, depth: number): Failure =>
  isError(thrown) ? ofError(thrown, depth) : { name: typeof thrown };

/**
 * What was thrown, as it may be written down: its name, what it says as far as nobody can have typed that, where it came from, and the
 * same of its causes. Nothing else that it carries.
 */
export const failureOf = (thrown: unknown): Failure => failure(thrown, 1);

/** The same without where it came from and what lies behind it. */
export const inShort = ({ name, code, message }: Failure): Failure => ({
  ...{ name, ...(code !== undefined && { code }), ...(message !== undefined && { message }) },
});
