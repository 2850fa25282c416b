import { Metadata, status, type ServiceError } from '@grpc/grpc-js';

export type Refusal = Pick<ServiceError, 'code' | 'details' | 'metadata'>;

const refusal = (code: status, details: string, trailers: Readonly<Record<string, string>> = {}): Refusal => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, metadata };
};

// Codes, texts and trailers: src/KurrentDB.Core/Services/Transport/Grpc/RpcExceptions.cs of kurrent-io/KurrentDB.
export const notReady = (): Refusal => refusal(status.UNAVAILABLE, 'Server Is Not Ready');
export const timedOut = (): Refusal => refusal(status.ABORTED, 'Operation timed out: prepare phase');
export const notLeader = (host: string, port: number): Refusal =>
  refusal(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });
export const noLeaderInfo = (): Refusal => refusal(status.UNKNOWN, 'No leader info available in response');
export const appendTooLarge = (limit: number): Refusal =>
  refusal(status.INVALID_ARGUMENT, `Maximum Append Size of ${String(limit)} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });
export const eventTooLarge = (id: string, size: number, limit: number): Refusal =>
  refusal(
    status.INVALID_ARGUMENT,
    `Event with Id: ${id}, Size: ${String(size)}, exceeds Maximum Append Event Size of ${String(limit)}.`,
    { exception: 'maximum-append-event-size-exceeded' },
  );
/** A stream that was closed by a tombstone, read or written (kurrentdb.md 6, row 17). */
export const streamDeleted = (stream: string): Refusal =>
  refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
export const invalidPosition = (): Refusal =>
  refusal(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');
export const accessDenied = (): Refusal =>
  refusal(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
/** ASP.NET answers 401 before any service is reached, which gRPC clients see as this code. */
export const unauthenticated = (): Refusal => refusal(status.UNAUTHENTICATED, 'Bad HTTP response code: 401');
/** What a proxy or a broken connection looks like. */
export const broken = (): Refusal => refusal(status.UNAVAILABLE, 'Connection dropped');

/** A refusal as the error in which a call ends. */
export const asError = (one: Refusal): Error & Refusal => Object.assign(new Error(one.details), one);
