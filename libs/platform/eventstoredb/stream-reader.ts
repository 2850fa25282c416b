import type { Id } from '#kernel';
import type { Appended } from '#platform/event-store';
import type { LogRecord } from '#platform/log-tools';
import type { Calls, Reading, Recorded } from './calls.js';
import type { Claim } from './claims.js';
import type { LogDamages } from './log-damages.js';
import { isClosed } from './fault-of.js';
import type { Deadline } from './within.js';

const PAGE = 100;

/** Looks for what became of commands in the streams they wrote to. */
export class StreamReader {
  constructor(
    private readonly calls: Pick<Calls, 'readStream'>,
    private readonly damages: LogDamages,
  ) {}

  /** How many events a stream holds. */
  async count(stream: Id, deadline?: Deadline): Promise<bigint> {
    const [last] = await this.read(stream, { from: 'end', backwards: true, limit: 1 }, deadline);
    return last ? last.revision + 1n : 0n;
  }

  /** The events of a stream from a revision on. */
  async from(stream: Id, revision: bigint, limit: number, deadline?: Deadline): Promise<readonly LogRecord[]> {
    return (await this.read(stream, { from: revision, limit }, deadline)).map((event) => this.damages.asked(event));
  }

  /** The events of a command: usually where it first meant to put them, else further on, in rare cases before. */
  async eventsOf(key: string, { stream, expected }: Claim, deadline?: Deadline): Promise<readonly LogRecord[]> {
    const found = await this.search(stream, expected, key, deadline);
    return found.length > 0 || expected === 0n ? found : this.search(stream, 0n, key, deadline);
  }

  /** What the server gives of a stream. Throws DamagedHistory for one that was closed for ever. */
  async read(stream: string, reading: Reading<bigint>, deadline?: Deadline): Promise<readonly Recorded[]> {
    try {
      return await this.calls.readStream(stream, reading, deadline);
    } catch (error) {
      throw isClosed(error) ? this.damages.isClosed(stream) : error;
    }
  }

  private async search(stream: Id, from: bigint, key: string, deadline?: Deadline): Promise<readonly LogRecord[]> {
    const found: LogRecord[] = [];
    for (let next = from; ; next += BigInt(PAGE)) {
      const page = await this.from(stream, next, PAGE, deadline);
      found.push(...page.filter(({ commandKey }) => commandKey === key));
      // They stand together: what follows the last of them is another command's.
      const isOver = page.length < PAGE || (found.length > 0 && page.at(-1)?.commandKey !== key);
      if (isOver) return found;
    }
  }
}

/** The answer to a command whose events these are. Undefined when there are none. */
export const answerOf = (records: readonly LogRecord[], repeated: boolean): Appended | undefined => {
  const last = records.at(-1);
  if (!last) return undefined;
  const events = records.map(({ eventId, type, position }) => ({ eventId, type, position }));
  return { stream: last.stream, revision: last.revision, position: last.position, events, repeated };
};
