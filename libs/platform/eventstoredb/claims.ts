import { randomUUID } from 'node:crypto';
import type { Id } from '#kernel';
import type { Prepared } from '#platform/event-store';
import { jsonEvent } from '@eventstore/db-client';
import { z } from 'zod';
import type { Calls } from './calls.js';
import { LogUnavailable } from './errors.js';
import { faultOf, unavailable } from './fault-of.js';
import type { Limits } from './limits.js';
import { pauseBefore, type Deadline } from './within.js';

const Body = z.object({
  stream: z.custom<Id>((value) => typeof value === 'string' && value.indexOf('-') > 0),
  commandHash: z.string(),
  /** Digits: where its events were first meant to stand. */
  expected: z.string().regex(/^\d+$/).transform(BigInt),
});

/** What a command of an actor was first tried for. */
export type Claim = z.output<typeof Body>;

/** The stream that says so; no stream of a context begins with an underscore. */
const streamOf = (commandKey: string): string => `_command-${commandKey}`;

/**
 * Binds a command to what was asked and to its stream before anything of it is written: the first event of a stream named after
 * the command, which only one writer can add. Whoever comes with the same command later finds its stream through it, in any
 * process and after any restart.
 */
export class Claims {
  constructor(
    private readonly calls: Calls,
    private readonly limits: Pick<Limits, 'tries' | 'pauseMs' | 'longestPauseMs'>,
  ) {}

  /**
   * Undefined when the command is new, and now bound; otherwise what it was bound to before. Throws LogUnavailable or LogRefused:
   * then no event of the command was written by this try.
   */
  async claim(
    prepared: Pick<Prepared, 'commandKey' | 'stream' | 'commandHash' | 'expected'>,
    deadline: Deadline,
  ): Promise<Claim | undefined> {
    const { commandKey, stream, commandHash, expected } = prepared;
    // An id of this try's own: repeated after a lost answer it is written once, and nobody else can mistake it for theirs.
    const id = randomUUID();
    const marker = jsonEvent({ id, type: 'CommandClaimed', data: { stream, commandHash, expected: String(expected) } });
    for (let tries = 0; ; tries++) {
      await pauseBefore(tries, this.limits, deadline);
      try {
        await this.calls.append(streamOf(commandKey), 0n, [marker], deadline);
        return undefined;
      } catch (error) {
        if (faultOf(error) === 'conflict') return this.other(commandKey, id, deadline);
        const isOver = tries + 1 >= this.limits.tries || deadline.left === 0;
        if (isOver || faultOf(error) === 'refused') throw unavailable(error);
      }
    }
  }

  /** What a command is bound to; undefined for one that never came. */
  async find(commandKey: string, deadline?: Deadline): Promise<Claim | undefined> {
    return (await this.marker(commandKey, deadline))?.claim;
  }

  private async other(commandKey: string, ownId: string, deadline: Deadline): Promise<Claim | undefined> {
    const marker = await this.marker(commandKey, deadline);
    if (!marker) throw new LogUnavailable(`${streamOf(commandKey)} is there and cannot be read`);
    return marker.id === ownId ? undefined : marker.claim;
  }

  private async marker(commandKey: string, deadline?: Deadline) {
    const [first] = await this.calls.readStream(streamOf(commandKey), { from: 'start', limit: 1 }, deadline);
    return first && { id: first.id, claim: Body.parse(first.data) };
  }
}
