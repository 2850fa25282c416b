import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Metadata, sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import type { AppendFault } from './faults.js';
import { appendAnswer, expectedBy, nameOf, proposed } from './messages.js';
import type { PeerNode } from './peer-node.js';
import type { Proposed } from './peer-log.js';
import { appendTooLarge, asError, eventTooLarge, streamDeleted, type Refusal } from './refusals.js';

/** The defaults of the server until 25.0: https://docs.kurrent.io/server/v25.0/configuration/db-config.html */
const MAX_APPEND_BYTES = 1024 * 1024;
const MAX_EVENT_BYTES = 16 * 1024 * 1024;

/** One append a call: options first, then its events (Streams.Append.cs of kurrent-io/KurrentDB). */
export const append =
  (peer: PeerNode) =>
  (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void => {
    let options: AppendReq.Options | undefined;
    const events: Proposed[] = [];
    call.on('data', (request: AppendReq) => {
      options ??= request.getOptions();
      const message = request.getProposedMessage();
      if (message) events.push(proposed(message));
    });
    call.on('end', () => {
      // Cut off in the middle: what there is of it is no append.
      if (!options || events.length === 0 || call.cancelled) return;
      const request = { options, events, metadata: call.metadata };
      peer.arrive(() => finish(peer, request, answer));
    });
    call.on('error', () => undefined);
  };

interface AppendRequest {
  readonly options: AppendReq.Options;
  readonly events: readonly Proposed[];
  readonly metadata: Metadata;
}

const finish = (
  peer: PeerNode,
  { options, events, metadata }: AppendRequest,
  answer: sendUnaryData<AppendResp>,
): void => {
  const stream = nameOf(options.getStreamIdentifier());
  const refused =
    peer.refuses(metadata) ?? tooLarge(events) ?? (peer.log.isClosed(stream) ? streamDeleted(stream) : undefined);
  if (refused) {
    answer(asError(refused));
    return;
  }
  const expected = expectedBy(options);
  const fault = peer.faults.append?.(stream);
  if (fault) {
    failing(peer, answer, fault, () => peer.log.append(stream, expected, events));
    return;
  }
  const written = peer.log.append(stream, expected, events);
  peer.serve(() => answer(null, appendAnswer(written, expected)));
};

const failing = (peer: PeerNode, answer: sendUnaryData<AppendResp>, fault: AppendFault, write: () => unknown): void => {
  peer.asked.faults += 1;
  if (fault.is === 'end' || fault.written) write();
  if (fault.is === 'error') answer(asError(fault.refusal));
  if (fault.is === 'cut') peer.cut();
  // A server that ends the call without a message: the client sees a success that says nothing.
  if (fault.is === 'end') answer({ code: 0, details: '' });
};

export const tooLarge = (events: readonly Proposed[]): Refusal | undefined => {
  let total = 0;
  for (const { id, type, data, metadata } of events) {
    const size = type.length * 2 + data.length + metadata.length;
    if (size > MAX_EVENT_BYTES) return eventTooLarge(id, size, MAX_EVENT_BYTES);
    total += size;
  }
  return total > MAX_APPEND_BYTES ? appendTooLarge(MAX_APPEND_BYTES) : undefined;
};
