import { StreamIdentifier } from '@eventstore/db-client/generated/shared_pb.js';
import { WrongExpectedVersion } from '@eventstore/db-client/generated/shared_pb.js';
import { BatchAppendResp, type BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import { Status } from '@eventstore/db-client/generated/status_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { nameOf, proposed } from './messages.js';
import type { PeerNode } from './peer-node.js';
import type { Expected, Proposed, Written } from './peer-log.js';
import { asError } from './refusals.js';

interface Pending {
  readonly options: BatchAppendReq.Options;
  readonly events: Proposed[];
}

type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** Many appends on one call, each collected until its last part (Streams.BatchAppend.cs of kurrent-io/KurrentDB). */
export const batchAppend =
  (peer: PeerNode) =>
  (call: BatchCall): void => {
    const pending = new Map<string, Pending>();
    const refused = peer.refuses(call.metadata);
    if (refused) {
      call.emit('error', asError(refused));
      return;
    }
    call.on('data', (request: BatchAppendReq) => {
      const id = String(request.getCorrelationId());
      const options = request.getOptions();
      if (options) pending.set(id, { options, events: [] });
      const one = pending.get(id);
      one?.events.push(...request.getProposedMessagesList().map(proposed));
      if (one && request.getIsFinal() && pending.delete(id)) finish(peer, call, request, one);
    });
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  };

const finish = (peer: PeerNode, call: BatchCall, request: BatchAppendReq, { options, events }: Pending): void => {
  const stream = nameOf(options.getStreamIdentifier());
  const write = () => peer.log.append(stream, expectedBy(options), events);
  const fault = peer.faults.append?.(stream);
  if (!fault) {
    call.write(answerOf(request, options, write()));
    return;
  }
  if (fault.is === 'end' || fault.written) write();
  if (fault.is === 'end') call.end();
  if (fault.is === 'cut') peer.cut();
  if (fault.is === 'error') call.emit('error', asError(fault.refusal));
};

const expectedBy = (options: BatchAppendReq.Options): Expected => {
  if (options.hasStreamPosition()) return BigInt(options.getStreamPosition());
  if (options.hasNoStream()) return 'none';
  return options.hasStreamExists() ? 'exists' : 'any';
};

const answerOf = (request: BatchAppendReq, options: BatchAppendReq.Options, written: Written): BatchAppendResp => {
  const answer = new BatchAppendResp();
  answer.setCorrelationId(request.getCorrelationId());
  answer.setStreamIdentifier(options.getStreamIdentifier() ?? new StreamIdentifier());
  if (written.is === 'conflict') return answer.setError(conflictOf(written.actual));
  const success = new BatchAppendResp.Success();
  success.setCurrentRevision(String(written.last.revision));
  return answer.setSuccess(success);
};

/** A google.rpc.Status whose details hold the conflict, written field by field. */
const conflictOf = (actual: bigint | undefined): Status => {
  const details = new WrongExpectedVersion();
  if (actual !== undefined) details.setCurrentStreamRevision(String(actual));
  const type = Buffer.from('type.googleapis.com/event_store.client.WrongExpectedVersion');
  const any = Buffer.concat([field(1, type), field(2, Buffer.from(details.serializeBinary()))]);
  return Status.deserializeBinary(Buffer.concat([field(2, Buffer.from('WrongExpectedVersion')), field(3, any)]));
};

const field = (number: number, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from([number * 8 + 2, bytes.length]), bytes]);
