import { commandKey, eventIdOf, parseEntry, sha256Hex, storedEvent, type StoredEvent } from '#platform/event-store';
import { z } from 'zod';
import { rowsOf } from '../../support/query.js';
import type { Told } from './told.js';

const Row = z.object({
  position: z.string().transform(BigInt),
  stream: z.string(),
  revision: z.string().transform(BigInt),
  type: z.string(),
  event_id: z.string(),
  command_key: z.string(),
  command_index: z.int(),
  hash: z.string().nullable(),
  recorded_at: z.string(),
  data: z.string(),
  entry: z.string(),
});

/** An event as it lies in the table, and as a reader gets it. */
export interface Kept extends z.output<typeof Row> {
  readonly event: StoredEvent;
}

const READ = `SELECT position, stream, revision, type, event_id, command_key, command_index, encode(command_hash, 'hex') AS hash,
  to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS recorded_at,
  data::text, convert_from(entry, 'UTF8') AS entry FROM log.event ORDER BY position`;

/** The whole log, read past every adapter, in its order. */
export async function* readLog(url: string): AsyncGenerator<Kept> {
  for await (const row of rowsOf(url, READ)) {
    const kept = Row.parse(row);
    yield { ...kept, event: storedEvent(kept.position, kept.entry, kept.data) };
  }
}

/** INV2: positions 0…n-1 without a gap, revisions of each stream too, and times that never step back. */
export class Density {
  readonly wrong: string[] = [];
  readonly #streams = new Map<string, bigint>();
  #next = 0n;
  #time = '';

  take({ position, stream, revision, recorded_at }: Kept): void {
    const at = `position ${String(position)}`;
    if (position !== this.#next) this.wrong.push(`INV2: ${at} is the ${String(this.#next)}th`);
    this.#next++;
    const next = this.#streams.get(stream) ?? 0n;
    if (revision !== next)
      this.wrong.push(`INV2: ${at}: revision ${String(revision)} of ${stream}, not ${String(next)}`);
    this.#streams.set(stream, revision + 1n);
    if (recorded_at < this.#time) this.wrong.push(`INV2: ${at} was recorded at ${recorded_at}, before ${this.#time}`);
    this.#time = recorded_at;
  }
}

/** Whether each entry says what its columns say. */
const isTrue = ({ event, ...kept }: Kept): boolean => {
  const { payloadSha256 } = parseEntry(kept.entry);
  return (
    payloadSha256 === sha256Hex(kept.data) &&
    [event.stream, event.type, event.eventId].join() === [kept.stream, kept.type, kept.event_id].join() &&
    event.revision === kept.revision &&
    event.recordedAt === kept.recorded_at &&
    commandKey(event) === kept.command_key &&
    eventIdOf(kept.command_key, kept.command_index) === kept.event_id
  );
};

/** What the log holds of one command. */
interface Result {
  readonly stream: string;
  readonly first: bigint;
  events: number;
  last: bigint;
  /** Its events stand side by side, counted from 0, on one stream. */
  isOne: boolean;
}

/** What became of each command. */
export class Commands {
  readonly #untrue: string[] = [];
  readonly #results = new Map<string, Result>();

  take(kept: Kept): void {
    const { position, stream, command_index, command_key, hash } = kept;
    if (!isTrue(kept)) this.#untrue.push(`INV5: ${String(position)}: entry and columns`);
    const result = this.#results.get(command_key) ?? {
      stream,
      first: position,
      events: 0,
      last: position,
      isOne: true,
    };
    result.isOne &&=
      stream === result.stream &&
      position === result.first + BigInt(result.events) &&
      command_index === result.events &&
      (hash === null) === command_index > 0;
    result.events++;
    result.last = position;
    this.#results.set(command_key, result);
  }

  /** INV5: each event belongs to a command, and each command has one result. */
  wrong(): readonly string[] {
    const split = [...this.#results].filter(([, { isOne }]) => !isOne);
    return [...this.#untrue, ...split.map(([key]) => `INV5: command ${key} has no single result`)];
  }

  /** INV1: what clients were told is so. An acknowledged command is there once, a refused one not at all, any other one whole or not. */
  broken(told: readonly Told[]): readonly string[] {
    return told.flatMap((one) => {
      const result = this.#results.get(commandKey(one));
      if (isKept(one, result)) return [];
      const found = `${String(result?.events ?? 0)} of ${String(one.events)} events, last at ${String(result?.last)}`;
      return [`INV1: ${one.last.is} ${one.commandId} of ${one.stream} (${one.reasons.join(', ')}): ${found}`];
    });
  }
}

const isKept = ({ stream, events, last }: Told, result: Result | undefined): boolean => {
  if (!result) return last.is !== 'acked';
  const isWhole = result.isOne && result.stream === stream && result.events === events;
  if (last.is === 'acked') return isWhole && last.events === events && result.last === last.position;
  return isWhole && last.is === 'unknown';
};
