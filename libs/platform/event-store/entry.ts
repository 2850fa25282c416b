import type { Id } from '#kernel';
import { z } from 'zod';
import { canonical } from './canonical.js';
import type { Append, NewEvent } from './event-store.js';
import { sha256Hex } from './identity.js';

/** An event ready to be stored: the UTF-8 bytes of its payload, and its entry on both sides of the recording time. */
export interface EntryParts {
  readonly payload: Buffer;
  readonly payloadSha256: string;
  readonly before: string;
  readonly after: string;
}

const VERSION = 1;
/** In canonical JSON a quote inside a text is escaped, so these characters are the name of the field and nothing else. */
const RECORDED_AT = '"recordedAt":"';

/** The envelope of domain.md 3.0 with the digest of the payload, cut where the log puts in the time of recording. */
export const entryParts = (
  { stream, occasion }: Pick<Append, 'stream' | 'occasion'>,
  event: NewEvent,
  place: { readonly eventId: string; readonly revision: bigint },
): EntryParts => {
  const payload = Buffer.from(canonical(event.data));
  const payloadSha256 = sha256Hex(payload);
  // Field by field: whatever else an occasion carries at run time stays out of the log. In this order they are sorted already.
  const fields = {
    actorId: occasion.actorId,
    causationId: occasion.causationId,
    commandId: occasion.commandId,
    correlationId: occasion.correlationId,
    deviceId: occasion.deviceId,
    entryVersion: VERSION,
    eventId: place.eventId,
    factsAt: occasion.factsAt,
    occurredAt: occasion.occurredAt,
    onBehalfOf: occasion.onBehalfOf,
    orgId: occasion.orgId,
    payloadSha256,
    postId: occasion.postId,
    reason: occasion.reason,
    recordedAt: '',
    schemaVersion: event.schemaVersion,
    source: occasion.source,
    stream,
    streamVersion: Number(place.revision) + 1,
    territoryId: occasion.territoryId,
    type: event.type,
  };
  const entry = JSON.stringify(fields);
  // Text without a canonical form has to be escaped, and hardly any other text is.
  if (entry.includes('\\u') || !Number.isSafeInteger(event.schemaVersion)) canonical(fields);
  const cut = entry.indexOf(RECORDED_AT) + RECORDED_AT.length;
  return { payload, payloadSha256, before: entry.slice(0, cut), after: entry.slice(cut) };
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

/** The envelope that entry bytes hold. Throws when they are not an entry of a version that this build knows. */
export const parseEntry = (entry: string): z.output<typeof Entry> => Entry.parse(JSON.parse(entry));
