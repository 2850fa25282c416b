import type { Id } from '#kernel';
import { z } from 'zod';
import { canonical } from './canonical.js';
import type { Append, NewEvent, StoredEvent } from './event-store.js';
import { sha256Hex } from './identity.js';

/** An event ready to be stored: its payload, and the bytes of its entry on both sides of the recording time. */
export interface EntryParts {
  readonly payload: string;
  readonly payloadSha256: string;
  readonly before: Buffer;
  readonly after: Buffer;
}

const VERSION = 1;

/** The envelope of domain.md 3.0 with the digest of the payload, cut where the log puts in the time of recording. */
export const entryParts = (
  append: Pick<Append, 'stream' | 'occasion'>,
  event: NewEvent,
  place: { readonly eventId: string; readonly revision: bigint },
): EntryParts => {
  const payload = canonical(event.data);
  const payloadSha256 = sha256Hex(payload);
  const { actorId, causationId, commandId, correlationId, deviceId, factsAt } = append.occasion;
  const { occurredAt, onBehalfOf, orgId, postId, reason, source, territoryId } = append.occasion;
  // RFC 8785 sorts by name: these lie before "recordedAt" …
  const earlier = canonical({
    ...{ actorId, causationId, commandId, correlationId, deviceId, entryVersion: VERSION, eventId: place.eventId },
    ...{ factsAt, occurredAt, onBehalfOf, orgId, payloadSha256, postId, reason },
  });
  // … and these after it.
  const later = canonical({
    ...{ schemaVersion: event.schemaVersion, source, stream: append.stream },
    ...{ streamVersion: Number(place.revision) + 1, territoryId, type: event.type },
  });
  return {
    payload,
    payloadSha256,
    before: Buffer.from(`${earlier.slice(0, -1)},"recordedAt":"`),
    after: Buffer.from(`",${later.slice(1)}`),
  };
};

const idLike = <K extends string>(...kinds: readonly K[]) =>
  z.custom<Id<K>>((value) => typeof value === 'string' && kinds.some((kind) => value.startsWith(`${kind}-`)));

/** What a later release adds is passed over, so that an older one beside it can still read. */
const Entry = z.object({
  entryVersion: z.literal(VERSION),
  eventId: z.string(),
  stream: z.custom<Id>((value) => typeof value === 'string' && value.indexOf('-') > 0),
  /** How many events the stream holds with this one: revision + 1. */
  streamVersion: z.int().min(1),
  type: z.string(),
  schemaVersion: z.int(),
  occurredAt: z.string(),
  recordedAt: z.string(),
  actorId: idLike('person', 'system'),
  postId: idLike('post').exactOptional(),
  orgId: idLike('organisation').exactOptional(),
  territoryId: idLike('territory').exactOptional(),
  onBehalfOf: idLike('person').exactOptional(),
  source: z.enum(['web', 'mobile', 'import', 'cli', 'system']),
  deviceId: z.string().exactOptional(),
  commandId: z.string(),
  correlationId: z.string(),
  causationId: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  factsAt: z.string().exactOptional(),
  payloadSha256: z.string(),
});

const Payload = z.custom<StoredEvent['data']>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** The envelope that entry bytes hold. Throws when they are not an entry of a version that this build knows. */
export const parseEntry = (entry: string): z.output<typeof Entry> => Entry.parse(JSON.parse(entry));

/** An event as it is read, from its position and the two texts that are stored. */
export const storedEvent = (position: bigint, entry: string, payload: string): StoredEvent => {
  const { entryVersion: _, payloadSha256: __, streamVersion, ...envelope } = parseEntry(entry);
  const data = Payload.parse(JSON.parse(payload));
  return { ...envelope, revision: BigInt(streamVersion - 1), position, data, entry: Buffer.from(entry) };
};
