import type { After } from '#platform/event-store';
import type { Id } from '#kernel';
import type { Lease } from '../loop/follow-loop.js';
import type { Parked } from '../loop/parked.js';

/** How far policies are, and what they wait with; one process at a time has it. */
export interface PolicyLease extends Lease {
  checkpoint(): Promise<After>;
  /** Throws CheckpointMoved when it does not stand at `from`. */
  move(from: After, to: After): Promise<void>;
  /** Parked streams, nearest to the start first. */
  parked(): Promise<readonly Parked[]>;
  /** Those that somebody asked to try again; each request is answered once. */
  retries(): Promise<readonly Parked[]>;
  park(parked: Parked): Promise<void>;
  unpark(parked: Parked): Promise<void>;
}

/** Where the checkpoint of the policies is kept, for one log. */
export interface PolicyStore {
  /** Undefined while another process runs the policies. */
  lease(): Promise<PolicyLease | undefined>;
  /** Any process may ask. */
  checkpoint(): Promise<After>;
  parked(): Promise<readonly Parked[]>;
  retry(stream?: Id): Promise<void>;
}
