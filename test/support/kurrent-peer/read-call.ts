import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ReadFault } from './faults.js';
import { nonsense } from './messages.js';
import { asError } from './refusals.js';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** Ends a call the way a fault wants; true when it did. */
export const failed = (call: ReadCall, fault: ReadFault | undefined): boolean => {
  if (!fault) return false;
  if (fault.is === 'error') call.emit('error', asError(fault.refusal));
  if (fault.is === 'nonsense') call.write(nonsense());
  if (fault.is === 'end') call.end();
  return true;
};
