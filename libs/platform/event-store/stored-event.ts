import { parseEntry } from './entry.js';
import { UnreadableEvent } from './errors.js';
import type { JsonObject, StoredEvent } from './event-store.js';

type Parsed = ReturnType<typeof parseEntry>;

const SOURCES = new Set<unknown>(['web', 'mobile', 'import', 'cli', 'system']);

type Fields = Readonly<Record<keyof Parsed, unknown>>;

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown, least: number): boolean => Number.isSafeInteger(value) && Number(value) >= least;
/** JSON has no undefined: a name with it is a name that is not there. */
const isTextOrAbsent = (value: unknown): boolean => value === undefined || typeof value === 'string';
const isIdOrAbsent = (value: unknown, prefix: string): boolean =>
  value === undefined || (isText(value) && value.startsWith(prefix));

const hasPlace = ({ entryVersion, stream, streamVersion, schemaVersion }: Fields): boolean =>
  entryVersion === 1 &&
  isText(stream) &&
  stream.indexOf('-') > 0 &&
  isCount(streamVersion, 1) &&
  isCount(schemaVersion, Number.MIN_SAFE_INTEGER);

const hasTexts = ({
  eventId,
  type,
  occurredAt,
  recordedAt,
  commandId,
  correlationId,
  payloadSha256,
}: Fields): boolean =>
  isText(eventId) &&
  isText(type) &&
  isText(occurredAt) &&
  isText(recordedAt) &&
  isText(commandId) &&
  isText(correlationId) &&
  isText(payloadSha256);

const hasActor = ({ actorId, source, postId, orgId, territoryId, onBehalfOf }: Fields): boolean =>
  isText(actorId) &&
  (actorId.startsWith('person-') || actorId.startsWith('system-')) &&
  SOURCES.has(source) &&
  isIdOrAbsent(postId, 'post-') &&
  isIdOrAbsent(orgId, 'organisation-') &&
  isIdOrAbsent(territoryId, 'territory-') &&
  isIdOrAbsent(onBehalfOf, 'person-');

const hasTrace = ({ deviceId, causationId, reason, factsAt }: Fields): boolean =>
  isTextOrAbsent(deviceId) && isTextOrAbsent(causationId) && isTextOrAbsent(reason) && isTextOrAbsent(factsAt);

/** What `parseEntry` would say, without asking it: it costs a replay as much as parsing the JSON does. */
const isEntry = (value: unknown): value is Parsed => {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Fields;
  return hasPlace(entry) && hasTexts(entry) && hasActor(entry) && hasTrace(entry);
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (position: bigint, entry: string, payload: string) => {
  try {
    const read: unknown = JSON.parse(entry);
    const known = isEntry(read) ? read : parseEntry(entry);
    const data: unknown = JSON.parse(payload);
    if (!isObject(data)) throw new Error('its payload is not an object');
    return { known, data };
  } catch (error) {
    throw new UnreadableEvent(position, error);
  }
};

/** An event as it is read, from its position and the two texts that are stored. Throws UnreadableEvent. */
export const storedEvent = (
  position: bigint,
  entry: string,
  payload: string,
  bytes: Buffer = Buffer.from(entry),
): StoredEvent => {
  const { known, data } = parsed(position, entry, payload);
  // Names written out, because a spread or a computed name costs as much here as parsing does.
  const event: Writable<StoredEvent> = {
    eventId: known.eventId,
    stream: known.stream,
    type: known.type,
    schemaVersion: known.schemaVersion,
    occurredAt: known.occurredAt,
    recordedAt: known.recordedAt,
    actorId: known.actorId,
    source: known.source,
    commandId: known.commandId,
    correlationId: known.correlationId,
    revision: BigInt(known.streamVersion - 1),
    position,
    data,
    entry: bytes,
  };
  addCapacity(event, known);
  addTrace(event, known);
  return event;
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Absent fields stay absent. */
const addCapacity = (event: Writable<StoredEvent>, { postId, orgId, territoryId, onBehalfOf }: Parsed): void => {
  if (postId !== undefined) event.postId = postId;
  if (orgId !== undefined) event.orgId = orgId;
  if (territoryId !== undefined) event.territoryId = territoryId;
  if (onBehalfOf !== undefined) event.onBehalfOf = onBehalfOf;
};

const addTrace = (event: Writable<StoredEvent>, { deviceId, causationId, reason, factsAt }: Parsed): void => {
  if (deviceId !== undefined) event.deviceId = deviceId;
  if (causationId !== undefined) event.causationId = causationId;
  if (reason !== undefined) event.reason = reason;
  if (factsAt !== undefined) event.factsAt = factsAt;
};
