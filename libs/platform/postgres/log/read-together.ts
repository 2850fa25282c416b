import type { Id } from '#kernel';
import { Overloaded, storedEvent, type StoredEvent } from '#platform/event-store';
import type { Pool } from 'pg';
import { z } from 'zod';
import { answered } from '../connect/answered.js';

type Events = readonly StoredEvent[];

interface Waiting {
  readonly stream: Id;
  readonly resolve: (events: Events | PromiseLike<Events>) => void;
  readonly reject: (error: unknown) => void;
}

const QUERY = {
  name: 'streams',
  text: `SELECT stream, position, convert_from(entry, 'UTF8'), data::text FROM log.event
    WHERE stream = ANY($1) ORDER BY stream, revision`,
};
/** Of the readers' connections; the others are for those who read on. */
const IN_FLIGHT = 4;
const STREAMS_AT_ONCE = 64;
const WAITING = 4_096;

const streamName = z.custom<Id>((value) => typeof value === 'string' && value.indexOf('-') > 0);
const Row = z.tuple([streamName, z.string().transform(BigInt), z.string(), z.string()]);
type Found = z.output<typeof Row>;

/**
 * Reads whole streams for all who ask at the same time in one statement, and each stream once. Nobody is given what a statement
 * read that was sent before they asked, so that whoever has written something reads it. Throws Overloaded when too many wait.
 */
export class ReadTogether {
  #waiting: Waiting[] = [];
  #inFlight = 0;
  #isDue = false;

  constructor(private readonly pool: Pool) {}

  read(stream: Id): Promise<Events> {
    if (this.#waiting.length >= WAITING) return Promise.reject(new Overloaded(this.#waiting.length));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ stream, resolve, reject });
      if (this.#isDue) return;
      this.#isDue = true;
      // Requests that came in together are read for together.
      setImmediate(() => {
        this.#isDue = false;
        this.send();
      });
    });
  }

  private send(): void {
    while (this.#inFlight < IN_FLIGHT && this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, STREAMS_AT_ONCE);
      this.#inFlight += 1;
      void this.answer(group).finally(() => {
        this.#inFlight -= 1;
        this.send();
      });
    }
  }

  private async answer(group: readonly Waiting[]): Promise<void> {
    try {
      const read = new Map<Id, Found[]>(group.map(({ stream }) => [stream, []]));
      for (const row of await this.rows([...read.keys()])) read.get(row[0])?.push(row);
      const events = new Map([...read].map(([stream, rows]) => [stream, decoded(rows)]));
      for (const { stream, resolve } of group) resolve(events.get(stream) ?? []);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  private async rows(streams: readonly Id[]): Promise<readonly Found[]> {
    const ask = () => this.pool.query<unknown[]>({ ...QUERY, values: [streams], rowMode: 'array' });
    return (await answered(this.pool, ask)).rows.map((row) => Row.parse(row));
  }
}

/** An event that cannot be read is the trouble of those who asked for its stream. */
const decoded = (rows: readonly Found[]): Promise<Events> =>
  new Promise((resolve) => {
    resolve(rows.map(([, position, entry, data]) => storedEvent(position, entry, data)));
  });
