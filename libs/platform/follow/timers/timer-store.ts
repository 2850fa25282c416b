import type { Id } from '#kernel';
import type { After } from '#platform/event-store';
import type { Lease } from '../loop/follow-loop.js';
import type { Parked } from '../loop/parked.js';
import type { DueRow, RowKey } from './due-row.js';

/** What some events made of the rows of a timer. All of it is stored, or nothing. */
export interface TimerStep {
  readonly timer: string;
  readonly from: After;
  readonly to: After;
  /** In place of rows of the same stream and key; none of these is among the cancelled ones. */
  readonly set: readonly DueRow[];
  readonly cancelled: readonly RowKey[];
  readonly parked: readonly Parked[];
  /** Streams that do not wait any more. */
  readonly unparked: readonly Id[];
}

/** The rows of all timers and how far each of them is; one process at a time has it. */
export interface TimerLease extends Lease {
  /** The checkpoint of a timer; one that is at the start of the log has no rows. */
  checkpoint(timer: string): Promise<After>;
  /** Forgets what a timer knows: it begins at the start of the log. */
  restart(timer: string): Promise<void>;
  /** Throws CheckpointMoved when the timer does not stand at `from`. */
  commit(step: TimerStep): Promise<void>;
  /** The first rows of some timers in the order in which they are decided, whether due or not; those of parked streams wait. */
  soonest(timers: readonly string[], limit: number): Promise<readonly DueRow[]>;
  /** Removes rows that were answered; one that was set again meanwhile stays. */
  remove(rows: readonly DueRow[]): Promise<void>;
  /** Parked streams of a timer, nearest to the start first. */
  parked(timer: string): Promise<readonly Parked[]>;
  park(parked: Parked): Promise<void>;
}

/** Where timers keep what is due, for one log. */
export interface TimerStore {
  /** Undefined while another process runs the timers. */
  lease(): Promise<TimerLease | undefined>;
  /** How far each timer is, by its name; those that never ran are absent. Any process may ask. */
  checkpoints(): Promise<ReadonlyMap<string, After>>;
  /** When the row that is to be decided first is due; those of parked streams do not count. Undefined when there is none. */
  soonest(): Promise<string | undefined>;
  /** Parked streams of all timers. */
  parked(): Promise<readonly Parked[]>;
}
