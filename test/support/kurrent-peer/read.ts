import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { eventAnswer, filterOf, nameOf, notFoundAnswer } from './messages.js';
import type { PeerNode } from './peer-node.js';
import type { Kept } from './peer-log.js';
import { failed, type ReadCall } from './read-call.js';
import { asError, invalidPosition, streamDeleted, type Refusal } from './refusals.js';
import { subscribe } from './subscribe.js';

/** All forms of reading share one call (Streams.Read.cs of kurrent-io/KurrentDB). */
export const read =
  (peer: PeerNode) =>
  (call: ReadCall): void => {
    call.on('error', () => undefined);
    peer.arrive(() => answer(peer, call));
  };

const answer = (peer: PeerNode, call: ReadCall): void => {
  const options = call.request.getOptions();
  const refused = peer.refuses(call.metadata);
  if (refused || !options) call.emit('error', asError(refused ?? invalidPosition()));
  else if (options.hasSubscription()) subscribe(peer, call, options);
  else readOnce(peer, call, options);
};

const readOnce = (peer: PeerNode, call: ReadCall, options: ReadReq.Options): void => {
  const stream = options.getStream();
  const fault = peer.faults.read;
  if (fault && failed(call, fault(stream ? nameOf(stream.getStreamIdentifier()) : '$all'))) return;
  peer.serve(() => {
    send(call, options, stream ? inStream(peer, stream, isBackwards(options)) : inAll(peer, options));
  });
};

const send = (call: ReadCall, options: ReadReq.Options, found: Kept[] | Refusal | 'missing'): void => {
  if (Array.isArray(found)) {
    for (const event of found.slice(0, Number(options.getCount()))) call.write(eventAnswer(event));
    call.end();
  } else if (found === 'missing') {
    call.write(notFoundAnswer());
    call.end();
  } else call.emit('error', asError(found));
};

const isBackwards = (options: ReadReq.Options): boolean => options.getReadDirection().valueOf() === 1;

/** From a revision on, inclusive; a stream that is not there is told apart from one that is empty. */
const inStream = (
  peer: PeerNode,
  from: ReadReq.Options.StreamOptions,
  backwards: boolean,
): Kept[] | Refusal | 'missing' => {
  const name = nameOf(from.getStreamIdentifier());
  const held = peer.log.shown(name);
  if (held === 'missing') return held;
  if (held === 'closed') return streamDeleted(name);
  const revision = from.hasRevision() ? BigInt(from.getRevision()) : undefined;
  if (backwards) return held.filter((one) => one.revision <= (revision ?? one.revision)).reverse();
  return from.hasEnd() ? [] : held.filter((one) => one.revision >= (revision ?? 0n));
};

/**
 * From a position on: forwards inclusive, backwards exclusive; only where an event begins or the log ends
 * (https://docs.kurrent.io/clients/node/v1.0/reading-events.html; RpcExceptions.InvalidPositionException).
 */
const inAll = (peer: PeerNode, options: ReadReq.Options): Kept[] | Refusal => {
  const { all } = peer.log;
  const from = options.getAll();
  const position = from?.getPosition();
  const start = from?.hasEnd() ? all.length : 0;
  const index = position ? peer.log.indexAt(BigInt(position.getCommitPosition())) : start;
  if (index === undefined) return invalidPosition();
  const chosen = isBackwards(options) ? all.slice(0, index).reverse() : all.slice(index);
  return chosen.filter(filterOf(options));
};
