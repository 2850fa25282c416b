import { randomUUID } from 'node:crypto';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Phase } from './faults.js';
import { caughtUp, checkpointAt, confirmation, eventAnswer, filterOf, nameOf } from './messages.js';
import type { PeerNode } from './peer-node.js';
import type { Kept } from './peer-log.js';
import { failed, type ReadCall } from './read-call.js';
import { asError, invalidPosition, type Refusal } from './refusals.js';

/** The server's search window when the client names none (FilterOptions in streams.proto of kurrent-io/KurrentDB). */
const WINDOW = 32;

/**
 * A subscription: confirmation, what is there after the position (exclusive), caught-up, then what comes; with a filter also
 * checkpoints while nothing matches (Enumerator.AllSubscriptionFiltered.cs of kurrent-io/KurrentDB;
 * https://docs.kurrent.io/clients/node/v1.0/subscriptions.html).
 */
export const subscribe = (peer: PeerNode, call: ReadCall, options: ReadReq.Options): void => {
  const events = source(peer, options);
  const start = startOf(peer, options);
  if (start === undefined) {
    call.emit('error', asError(invalidPosition()));
    return;
  }
  const one = new PeerSubscription(peer, call, { events, next: start, options });
  one.run();
};

interface Reading {
  readonly events: () => readonly Kept[];
  next: number;
  readonly options: ReadReq.Options;
}

class PeerSubscription {
  #open = true;
  #live = false;
  #passed = 0;
  readonly #isWanted: (event: Kept) => boolean;
  readonly #window: number | undefined;
  readonly #unlisten: () => void;
  readonly #fail = (refusal: Refusal) => {
    this.call.emit('error', asError(refusal));
    this.over();
  };

  constructor(
    private readonly peer: PeerNode,
    private readonly call: ReadCall,
    private readonly reading: Reading,
  ) {
    const filter = reading.options.getFilter();
    this.#isWanted = filterOf(reading.options);
    this.#window = filter && (filter.hasMax() ? filter.getMax() : WINDOW) * filter.getCheckpointintervalmultiplier();
    this.#unlisten = peer.log.listen(() => {
      peer.serve(() => {
        if (this.#live) this.pump('live');
      });
    });
    peer.subscriptions.add(this.#fail);
    call.on('cancelled', () => this.over());
  }

  run(): void {
    if (this.stops('opened')) return;
    this.call.write(confirmation(randomUUID()));
    if (this.stops('confirmed')) return;
    this.pump('catching-up');
    if (!this.#open || this.stops('caught-up')) return;
    this.call.write(caughtUp());
    this.#live = true;
    this.peer.asked.live += 1;
    this.pump('live');
  }

  private pump(phase: Phase): void {
    for (const event of this.reading.events().slice(this.reading.next)) {
      if (!this.#open) return;
      this.reading.next += 1;
      if (this.#isWanted(event)) {
        if (this.stops(phase)) return;
        this.call.write(eventAnswer(event));
      }
      this.checkpoint(event);
    }
  }

  private checkpoint({ position }: Kept): void {
    this.#passed += 1;
    if (this.#window === undefined || this.#passed % this.#window !== 0 || this.stops('checkpoint')) return;
    this.call.write(checkpointAt(position));
  }

  private stops(phase: Phase): boolean {
    const fault = this.peer.faults.subscription?.(phase);
    if (!failed(this.call, fault)) return false;
    this.over();
    return true;
  }

  private over(): void {
    this.#open = false;
    this.#live = false;
    this.#unlisten();
    this.peer.subscriptions.delete(this.#fail);
  }
}

const source = (peer: PeerNode, options: ReadReq.Options) => {
  const stream = options.getStream();
  return stream ? () => peer.log.stream(nameOf(stream.getStreamIdentifier())) ?? [] : () => peer.log.all;
};

/** The index of the first event that is sent, or undefined for a position where no event begins. */
const startOf = (peer: PeerNode, options: ReadReq.Options): number | undefined => {
  const stream = options.getStream();
  const from = stream ?? options.getAll();
  if (from?.hasEnd()) return source(peer, options)().length;
  if (stream) return stream.hasRevision() ? Number(stream.getRevision()) + 1 : 0;
  return afterPosition(peer, options.getAll()?.getPosition());
};

const afterPosition = (peer: PeerNode, position: ReadReq.Options.Position | undefined): number | undefined => {
  if (!position) return 0;
  const index = peer.log.indexAt(BigInt(position.getCommitPosition()));
  return index === undefined ? undefined : index + 1;
};
