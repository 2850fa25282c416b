import { commandKey, eventIdOf, parseEntry, sha256Hex, storedEvent, type StoredEvent } from '#platform/event-store';
import { z } from 'zod';
import { query } from '../../support/query.js';
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

/** The whole log, read past every adapter. */
export const readLog = async (url: string): Promise<readonly Kept[]> =>
  (await query(url, READ)).map((row) => {
    const kept = Row.parse(row);
    return { ...kept, event: storedEvent(kept.position, kept.entry, kept.data) };
  });

/** INV2: positions 0…n-1 without a gap, revisions of each stream too, and times that never step back. */
export const densityOf = (log: readonly Kept[]): readonly string[] => {
  const wrong: string[] = [];
  const streams = new Map<string, bigint>();
  let time = '';
  for (const [index, { position, stream, revision, recorded_at }] of log.entries()) {
    const at = `position ${String(position)}`;
    if (position !== BigInt(index)) wrong.push(`INV2: ${at} is the ${String(index)}th`);
    const next = streams.get(stream) ?? 0n;
    if (revision !== next) wrong.push(`INV2: ${at}: revision ${String(revision)} of ${stream}, not ${String(next)}`);
    streams.set(stream, revision + 1n);
    if (recorded_at < time) wrong.push(`INV2: ${at} was recorded at ${recorded_at}, before ${time}`);
    time = recorded_at;
  }
  return wrong;
};

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

const byCommand = (log: readonly Kept[]): ReadonlyMap<string, readonly Kept[]> => {
  const commands = new Map<string, Kept[]>();
  for (const kept of log) {
    const events = commands.get(kept.command_key) ?? [];
    events.push(kept);
    commands.set(kept.command_key, events);
  }
  return commands;
};

/** INV5: each event belongs to a command, and each command has one result: its events side by side, counted from 0, on one stream. */
export const commandsOf = (log: readonly Kept[]): readonly string[] => {
  const wrong = log
    .filter((kept) => !isTrue(kept))
    .map(({ position }) => `INV5: ${String(position)}: entry and columns`);
  for (const [key, events] of byCommand(log)) {
    const [first] = events;
    const isOne = events.every(
      ({ stream, position, command_index, hash }, index) =>
        stream === first?.stream &&
        position === first.position + BigInt(index) &&
        command_index === index &&
        (hash === null) === index > 0,
    );
    if (!isOne) wrong.push(`INV5: command ${key} has no single result`);
  }
  return wrong;
};

/** INV1: what clients were told is so. An acknowledged command is there once, a refused one not at all, any other one whole or not. */
export const promisesOf = (log: readonly Kept[], told: readonly Told[]): readonly string[] => {
  const commands = byCommand(log);
  return told.flatMap((one) => {
    const kept = commands.get(commandKey(one)) ?? [];
    const found = `${String(kept.length)} of ${String(one.events)} events, last at ${String(kept.at(-1)?.position)}`;
    if (isKept(one, kept)) return [];
    return [`INV1: ${one.last.is} ${one.commandId} of ${one.stream} (${one.reasons.join(', ')}): ${found}`];
  });
};

const isKept = ({ stream, events, last }: Told, kept: readonly Kept[]): boolean => {
  if (kept.some((one) => one.stream !== stream)) return false;
  if (last.is === 'acked') {
    return kept.length === events && last.events === events && kept.at(-1)?.position === last.position;
  }
  return kept.length === 0 || (last.is === 'unknown' && kept.length === events);
};
