import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyView, Occasion } from '#kernel';
import {
  commandKey,
  entryParts,
  eventIdOf,
  sha256Hex,
  storedEvent,
  uuidV5,
  type JsonObject,
  type StoredEvent,
} from '#platform/event-store';
import { replayed } from '../simulation/kept.js';
import type { GoldenLine } from './golden.js';
import { read, root } from './source-files.js';

/** An event as a release stored it, byte for byte; `chain` is the digest of the line before with this one. */
export interface GoldenEntry {
  readonly entry: string;
  readonly payload: string;
  readonly chain: string;
}

const LOG = 'test/golden/log.jsonl';
const ROWS = 'test/golden/rows.jsonl';
const SOME = '6f1c2b1e-0d5b-4f0a-9a70-3d2f0b8c1a11';

export const goldenLog = (): readonly GoldenEntry[] =>
  (existsSync(join(root, LOG)) ? read(LOG) : '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as GoldenEntry);

/** The digest that a line has to carry. */
export const chainOf = (before: string, { entry, payload }: Pick<GoldenEntry, 'entry' | 'payload'>): string =>
  sha256Hex([before, entry, payload].join('\n'));

/** The events that the lines hold, at the positions where they stand. */
export const eventsIn = (log: readonly GoldenEntry[]): readonly StoredEvent[] =>
  log.map(({ entry, payload }, index) => storedEvent(BigInt(index), entry, payload));

/** What a line for each of these would be, after those that are there: one stream for each kind, one command for each event. */
export const entriesFor = (added: readonly GoldenLine[], log: readonly GoldenEntry[]): readonly GoldenEntry[] => {
  const all = [...log];
  const events = [...eventsIn(log)];
  for (const { kind, type, schemaVersion, data } of added) {
    const minute = new Date(Date.UTC(2022, 2, 31, 9, all.length)).toISOString();
    const commandId = uuidV5(`golden ${String(all.length)}`, SOME);
    const occasion: Occasion = {
      ...{ actorId: `person-${SOME}`, orgId: `organisation-${SOME}`, territoryId: `territory-${SOME}` },
      ...{ occurredAt: minute, commandId, correlationId: commandId, source: 'web' },
    };
    const stream = `${kind}-${SOME}` as const;
    const revision = BigInt(events.filter((event) => event.stream === stream).length);
    const place = { eventId: eventIdOf(commandKey(occasion), 0), revision };
    const parts = entryParts({ stream, occasion }, { type, schemaVersion, data: data as JsonObject }, place);
    const kept = { entry: `${parts.before}${minute}${parts.after}`, payload: parts.payload.toString() };
    const line = { ...kept, chain: chainOf(all.at(-1)?.chain ?? '', kept) };
    all.push(line);
    events.push(...eventsIn([line]));
  }
  return all.slice(log.length);
};

export const addEntries = (lines: readonly GoldenEntry[]): void => {
  if (lines.length > 0) appendFileSync(join(root, LOG), `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
};

/** What each view makes of these events, one line for each: every version of every row. */
export const rowsFrom = (views: readonly AnyView[], events: readonly StoredEvent[]): readonly string[] => {
  const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
  return views.map((view) => {
    const { name, version } = view;
    return JSON.stringify({ view: name, version, rows: replayed(view, events) }, plain);
  });
};

export const goldenRows = (): readonly string[] =>
  (existsSync(join(root, ROWS)) ? read(ROWS) : '').split('\n').filter((line) => line !== '');

export const writeRows = (rows: readonly string[]): void => {
  writeFileSync(join(root, ROWS), `${rows.join('\n')}\n`);
};
