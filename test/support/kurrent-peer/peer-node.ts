import type { Metadata } from '@grpc/grpc-js';
import type { Faults } from './faults.js';
import type { PeerLog } from './peer-log.js';
import type { Refusal } from './refusals.js';

/** What the calls of a node need of it. */
export interface PeerNode {
  readonly log: PeerLog;
  readonly faults: Faults;
  /** How often things were asked for, and went wrong on purpose. */
  readonly asked: { features: number; gossip: number; batches: number; faults: number };
  refuses(metadata: Metadata): Refusal | undefined;
  cut(): void;
  members(): readonly { readonly host: string; readonly port: number; readonly isLeader: boolean }[];
}
