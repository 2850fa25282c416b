import type { EventStoreDBClient } from '@eventstore/db-client';
import { guardedClient, type GuardedClient } from './guarded-client.js';
import { guardedStream } from './guarded-stream.js';
import { ChannelLeft, NoAnswer } from './errors.js';
import { isServers, saysNoLeader } from './fault-of.js';
import type { Limits } from './limits.js';
import { Waiting } from './waiting.js';
import { within } from './within.js';

/** A stream that is open for as long as its server is heard. */
type Open = ReturnType<EventStoreDBClient['subscribeToAll']>;

/**
 * The connection to the leader that the client keeps. A leader that is frozen, or cut off, makes no error: what is asked of it
 * runs into its own deadline, and so would the next. So a call that got no answer, while nothing else was heard either, leaves the
 * channel, with everybody who waits on it, and the next call looks for the leader (kurrentdb.md part 6, row 19).
 */
export class Connection {
  readonly #guarded: GuardedClient;
  readonly #waiting = new Waiting();
  #heard = performance.now();

  constructor(
    url: string,
    private readonly limits: Pick<Limits, 'callMs'>,
  ) {
    this.#guarded = guardedClient(url);
  }

  /** Something was heard of the server just now. */
  readonly heard = (): void => {
    this.#heard = performance.now();
  };

  /**
   * What one call comes to, within so many milliseconds. It begins in a turn of the event loop of its own: a call that begins while
   * another one's failure closes the channel would throw where nobody can catch it.
   */
  async call<T>(ms: number, what: string, begin: (client: EventStoreDBClient) => Promise<T>): Promise<T> {
    const begun = performance.now();
    try {
      const answer = await within(
        ms,
        what,
        this.#waiting.unlessLeft(() => turn().then(() => begin(this.#guarded.client))),
      );
      this.heard();
      return answer;
    } catch (error) {
      if (isServers(error)) this.heard();
      if (saysNoLeader(error)) this.#guarded.leaveChannel();
      if (error instanceof NoAnswer && this.isSilent(begun)) this.leave(error);
      throw error;
    }
  }

  /** A stream that stays open, and tells as it comes; it ends in an error when the channel is left. */
  async open(begin: (client: EventStoreDBClient) => Open): Promise<Open> {
    const stream = await this.openToRead(begin);
    stream.on('data', this.heard);
    return stream;
  }

  /** The same for whoever reads it at their own pace. */
  async openToRead(begin: (client: EventStoreDBClient) => Open): Promise<Open> {
    await turn();
    const stream = guardedStream(begin(this.#guarded.client));
    const left = (reason: Error) => stream.destroy(reason);
    this.#waiting.add(left);
    stream.once('close', () => this.#waiting.delete(left));
    return stream;
  }

  /** Ends what is still being read. */
  async close(): Promise<void> {
    await within(this.limits.callMs, 'leave the log', this.#guarded.client.dispose()).catch(() => undefined);
    this.#guarded.leaveChannel();
  }

  /** Whether nobody was answered for as long as is worth mentioning. */
  private isSilent(begun: number): boolean {
    return performance.now() - Math.max(this.#heard, begun) >= this.limits.callMs / 2;
  }

  private leave(silence: NoAnswer): void {
    this.#guarded.leaveChannel();
    this.#waiting.leave(new ChannelLeft(silence));
  }
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
