import type { CastPerson } from '#platform/identity';
import { Failed } from '../failed.js';
import type { FileSaid } from './evidence.js';
import type { Filled } from './fill.js';
import type { Step } from './step.js';

/** What the server said to a command. */
export type Answer =
  | { readonly is: 'recorded'; readonly id: string; readonly position: string; readonly events: number }
  | { readonly is: 'refused'; readonly code: string; readonly message: string; readonly path: readonly string[] };

/** A running Sifang, as the demo needs it. */
export interface Server {
  /** Sends one command. Throws CannotGoOn when there is no point in sending another. */
  send(step: Step, input: Filled): Promise<Answer>;
  /** Uploads a file, and says under which id it is kept. Throws CannotGoOn when it is not taken. */
  upload(file: FileSaid, as: CastPerson): Promise<string>;
  /** Waits until the system has done what follows from everything up to this position. */
  settled(position: string, as: CastPerson): Promise<void>;
  /** The last position of the log; undefined while it is empty. */
  head(as: CastPerson): Promise<string | undefined>;
}

/** The demo ends here; the message says what to do, in both languages. */
export class CannotGoOn extends Failed {
  override readonly name: string = 'CannotGoOn';
}
