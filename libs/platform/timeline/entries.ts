import { decode, isId, LATE_ENTRY_MINUTES, type Catalogue, type Id } from '#kernel';
import type { StoredEvent } from '#platform/event-store';
import type { Language } from '#platform/graphql';
import { locate, reasonPlace, type PersonalData } from '#platform/personal-data';
import type { TimelineEntry } from './timeline-entry.js';

/** Every catalogue of the system by the kind of stream it describes. */
export type Catalogues = ReadonlyMap<string, Catalogue>;

/** Makes stored events readable: their names in words, their data in its newest shape, with personal fields opened. */
export class Entries {
  constructor(
    private readonly catalogues: Catalogues,
    private readonly personal: PersonalData,
  ) {}

  /** What an event is called; of a later release it has its bare name. */
  title({ stream, type }: Pick<StoredEvent, 'stream' | 'type'>, language: Language): string {
    return this.factOf({ stream, type })?.title[language] ?? type;
  }

  /** One event as it is told. */
  async of(stored: StoredEvent, language: Language): Promise<TimelineEntry> {
    const catalogue = this.catalogueOf(stored.stream);
    const located = { ...stored, data: locate(stored) };
    // An event of a later release is shown as it is, under its bare name: a history never has holes (ux.md 5.10).
    const known = this.factOf(stored);
    const data =
      catalogue && known && stored.schemaVersion <= known.version ? decode(catalogue, located).data : located.data;
    const opened = { ...stored, ...(await this.reason(stored)) };
    return entryOf(opened, this.title(stored, language), await this.personal.open(data));
  }

  private catalogueOf(stream: Id): Catalogue | undefined {
    return this.catalogues.get(stream.slice(0, stream.indexOf('-')));
  }

  private factOf({ stream, type }: Pick<StoredEvent, 'stream' | 'type'>) {
    return this.catalogueOf(stream)?.facts[type];
  }

  private async reason(stored: StoredEvent): Promise<Pick<StoredEvent, 'reason'>> {
    if (stored.reason === undefined) return {};
    const { reason } = locate({ ...reasonPlace(stored.stream, stored), data: { reason: stored.reason } });
    return { reason: await this.personal.open(reason) };
  }
}

/** What the system does answers something: whatever it does late, nobody entered it late (W2). */
const isLate = ({ actorId, occurredAt, recordedAt }: StoredEvent): boolean =>
  !isId('system', actorId) && Date.parse(recordedAt) - Date.parse(occurredAt) > LATE_ENTRY_MINUTES * 60_000;

const entryOf = (event: StoredEvent, title: string, data: unknown): TimelineEntry => {
  const { postId, orgId, territoryId, onBehalfOf, reason, causationId } = event;
  /** A history tells what things were called then. */
  const named = (id: Id) => ({ id, at: String(event.position) });
  return {
    eventId: event.eventId,
    id: event.stream,
    position: String(event.position),
    revision: String(event.revision),
    name: event.type,
    title,
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
    lateEntry: isLate(event),
    actor: {
      person: named(event.actorId),
      ...(postId && { post: named(postId) }),
      ...(orgId && { organisation: named(orgId) }),
      ...(territoryId && { territory: named(territoryId) }),
      ...(onBehalfOf && { onBehalfOf: named(onBehalfOf) }),
    },
    source: event.source,
    data,
    commandId: event.commandId,
    correlationId: event.correlationId,
    ...(reason !== undefined && { reason }),
    ...(causationId !== undefined && { causationId }),
  };
};
