import type { Id } from '#kernel';
import { canonical, storedEvent, type Prepared, type StoredEvent } from '#platform/event-store';
import type { LogRecord } from '#platform/log-tools';
import { jsonEvent, type EventData, type JSONType, type Position } from '@eventstore/db-client';
import { z } from 'zod';
import type { Recorded } from './calls.js';
import { ForeignEvent } from './errors.js';

/** The envelope's words that KurrentDB's own tools know or an operator looks for. Texts only, and nothing personal. */
const Metadata = z.object({
  commandKey: z.string(),
  commandIndex: z.string().regex(/^\d+$/).transform(Number),
  /** The hash of the command, with its first event only. */
  commandHash: z.string().exactOptional(),
  recordedAt: z.string(),
  /** The sealed envelope's text, which never changes. */
  entry: z.string(),
});

/** What the entry says that metadata repeats. */
const Entry = z.object({
  commandId: z.string(),
  correlationId: z.string(),
  causationId: z.string().exactOptional(),
  actorId: z.string(),
  schemaVersion: z.number(),
  recordedAt: z.string(),
});

const Payload = z.record(z.string(), z.custom<JSONType>());

/** An event on its way into the log: the payload as JSON, and beside it the entry's exact text (kurrentdb.md 5.4). */
export const eventData = (record: Storable): EventData => {
  const entry = Entry.parse(JSON.parse(record.entry));
  return jsonEvent({
    id: record.eventId,
    type: record.type,
    data: Payload.parse(JSON.parse(record.payload)),
    metadata: {
      // The two names that KurrentDB itself knows.
      $correlationId: entry.correlationId,
      ...(entry.causationId !== undefined && { $causationId: entry.causationId }),
      commandId: entry.commandId,
      commandKey: record.commandKey,
      commandIndex: String(record.commandIndex),
      ...(record.commandHash !== undefined && { commandHash: record.commandHash }),
      actorId: entry.actorId,
      schemaVersion: String(entry.schemaVersion),
      recordedAt: entry.recordedAt,
      entry: record.entry,
    },
  });
};

/** What of a record goes into the log with it; the rest is where it comes to stand. */
export type Storable = Omit<LogRecord, 'position' | 'stream' | 'revision' | 'recordedAt'>;

/** The events of an append at their time of recording. */
export const preparedRecords = (
  { commandKey, commandHash, events }: Pick<Prepared, 'commandKey' | 'commandHash' | 'events'>,
  recordedAt: string,
): Storable[] =>
  events.map(({ eventId, type, payload, before, after }, commandIndex) => ({
    ...{ eventId, type, payload: payload.toString(), commandKey, commandIndex },
    commandHash: commandIndex === 0 ? commandHash : undefined,
    entry: `${before}${recordedAt}${after}`,
  }));

/** What the log holds, as texts. Throws ForeignEvent for what is not ours. */
export const recordOf = (recorded: Recorded): LogRecord => {
  const { streamId, revision, id, type } = recorded;
  const place = `${streamId} ${String(revision)}`;
  const { data: metadata, error } = Metadata.safeParse(recorded.metadata);
  if (error || !isId(streamId) || !recorded.isJson)
    throw new ForeignEvent(place, error ? 'without its envelope' : 'no stream of its kind');
  const { commandKey, commandIndex, commandHash, recordedAt, entry } = metadata;
  const position = positionOf(recorded);
  // The client has parsed the payload; its canonical text is what was written, since nothing else is ever written.
  const payload = canonical(recorded.data);
  return {
    ...{ position, stream: streamId, revision, type, eventId: id, commandKey, commandIndex, commandHash },
    ...{ recordedAt, payload, entry },
  };
};

/** Reads a record as an event, whose revision is that of its stream. */
export const eventOf = (record: LogRecord): StoredEvent => {
  const event = storedEvent(record.position, record.entry, record.payload);
  if (event.stream === record.stream && event.revision === record.revision) return event;
  throw new ForeignEvent(`${record.stream} ${String(record.revision)}`, 'its entry belongs elsewhere');
};

/** Whether an event is for readers: neither the system's nor one that this adapter keeps for itself. */
export const isForReaders = ({ streamId }: Recorded): boolean => !/^[$_]/.test(streamId);

/** The position of a record. Events have one position for both, or else they were not written the way ours are (kurrentdb.md 4.1). */
export const positionOf = ({ streamId, revision, position }: Recorded): bigint => {
  const place = `${streamId} ${String(revision)}`;
  if (!position || position.commit > LAST) throw new ForeignEvent(place, 'the server tells no position of it');
  if (position.commit !== position.prepare) throw new ForeignEvent(place, 'its commit and prepare positions differ');
  return position.commit;
};

/** The token of the server for a position of an event. */
export const tokenOf = (position: bigint): Position => ({ commit: position, prepare: position });

const LAST = 2n ** 63n - 1n;
const isId = (name: string): name is Id => name.indexOf('-') > 0;
