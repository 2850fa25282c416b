import { on, once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Append } from '#platform/event-store';
import type { Order } from '#sample-world';
import type { Settings } from '../../api/config.js';

/** What is to be made: the rest of an order, of which the log holds some events already. */
export interface Making {
  readonly order: Order;
  readonly held: number;
  /** The id of the last event that the log holds; its events must be the beginning of this order. */
  readonly lastEventId?: string;
  /** Where keys and files are. */
  readonly place: Pick<Settings, 'dataDir' | 'evidenceStore'>;
}

/** What the thread says: a portion of the story, that it is over, or that the log holds another one. */
export type Said = { readonly appends: readonly Append[] } | { readonly over: true } | { readonly another: true };

/** What the log holds is not the beginning of this order. */
export class AnotherStory extends Error {
  override readonly name = 'AnotherStory';
}

/** Portions that may wait to be written. */
const AHEAD = 6;
/** Almost everything dies young here; with room for it, nothing of it is copied to where the old things are. */
const YOUNG_MB = 64;

/** Tells the story and seals it in a thread of its own, so that this one is free for the log. */
export class Maker {
  readonly #thread: Worker;

  constructor(making: Making) {
    this.#thread = new Worker(join(__dirname, `maker-thread${extname(__filename)}`), {
      workerData: making,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: 8_192 },
    });
  }

  /** The appends in order, in portions. Throws AnotherStory, and what the thread failed with. */
  async *appends(): AsyncGenerator<readonly Append[]> {
    const thread = this.#thread;
    for (let n = 0; n < AHEAD; n++) thread.postMessage('more');
    for await (const [said] of on(thread, 'message') as AsyncIterable<[Said]>) {
      if ('over' in said) return;
      if ('another' in said) throw new AnotherStory('the log holds another story');
      yield said.appends;
      thread.postMessage('more');
    }
  }

  async end(): Promise<void> {
    const gone = once(this.#thread, 'exit');
    await this.#thread.terminate();
    await gone.catch(() => undefined);
  }
}
