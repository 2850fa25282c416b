import type { After } from '#platform/event-store';
import type { Lease } from '../loop/follow-loop.js';
import type { Parked } from '../loop/parked.js';

/** How far each policy is, and what it waits with; one process at a time has it. */
export interface PolicyLease extends Lease {
  /** The checkpoint of a policy. One that never ran begins at the start of the log. */
  checkpoint(policy: string): Promise<After>;
  /** Throws CheckpointMoved when the policy does not stand at `from`. */
  move(policy: string, from: After, to: After): Promise<void>;
  /** Parked streams of a policy, nearest to the start first. */
  parked(policy: string): Promise<readonly Parked[]>;
  park(parked: Parked): Promise<void>;
  unpark(parked: Parked): Promise<void>;
}

/** Where the checkpoints of policies are kept, for one log. */
export interface PolicyStore {
  /** Undefined while another process runs the policies. */
  lease(): Promise<PolicyLease | undefined>;
  /** How far each policy is, by its name; those that never ran are absent. Any process may ask. */
  checkpoints(): Promise<ReadonlyMap<string, After>>;
  /** Parked streams of all policies. */
  parked(): Promise<readonly Parked[]>;
}
