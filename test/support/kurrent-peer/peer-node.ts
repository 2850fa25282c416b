import type { Metadata } from '@grpc/grpc-js';
import type { Faults } from './faults.js';
import type { PeerLog } from './peer-log.js';
import type { Refusal } from './refusals.js';

/** A node as gossip tells it. */
export interface Member {
  readonly host: string;
  readonly port: number;
  readonly state: 'leader' | 'follower' | 'unknown';
}

/** What the calls of a node need of it. */
export interface PeerNode {
  readonly log: PeerLog;
  readonly faults: Faults;
  /** How often things were asked for, went wrong on purpose, and came so far that they were live. */
  readonly asked: { features: number; gossip: number; batches: number; faults: number; live: number };
  /** Those that are open; each ends in an error when it is told so. */
  readonly subscriptions: Set<(refusal: Refusal) => void>;
  arrive(work: () => void): void;
  serve(work: () => void): void;
  refuses(metadata: Metadata): Refusal | undefined;
  cut(): void;
  members(): readonly Member[];
}
