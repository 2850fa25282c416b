import { decode, LATE_ENTRY_MINUTES, type Catalogue, type Id } from '#kernel';
import type { After, EventStore, StoredEvent } from '#platform/event-store';
import { badInput, type Language, type PageArgs } from '#platform/graphql';
import { locate, reasonPlace, type PersonalData } from '#platform/personal-data';
import { positionOf, type Moment, type Page, type Times } from '#platform/views';
import { lengthOf } from './length-of.js';
import type { TimelineEntry } from './timeline-entry.js';

/** Every catalogue of the system by the kind of stream it describes. */
export type Catalogues = ReadonlyMap<string, Catalogue>;
export const HISTORY = Symbol('History');

const CURSOR = /^r(0|[1-9]\d{0,17})$/;

/** The history of one stream, a page at a time, oldest first: the events themselves, with personal fields opened. */
export class History {
  constructor(
    private readonly times: Times & { readonly events: Pick<EventStore, 'readStream'> },
    private readonly catalogues: Catalogues,
    private readonly personal: PersonalData,
  ) {}

  /** Throws BAD_USER_INPUT for a cursor that no page gave out. `asOf` leaves out what was recorded later. */
  async page(
    stream: Id,
    { first, after }: Pick<PageArgs, 'first' | 'after'>,
    { language, asOf }: { language: Language; asOf?: Moment | undefined },
  ): Promise<Page<TimelineEntry>> {
    const from = after === undefined ? 0n : next(after);
    const last = asOf && (await positionOf(asOf, this.times));
    const events = (await this.times.events.readStream(stream, { from, limit: first + 1 })).filter(
      ({ position }) => last === undefined || (last !== 'start' && position <= last),
    );
    const edges = await Promise.all(
      events.slice(0, first).map(async (event) => ({
        cursor: `r${String(event.revision)}`,
        node: await this.entry(event, language),
      })),
    );
    return { edges, hasNextPage: events.length > first };
  }

  /** How many events a page could show, up to one more than are counted. */
  async count(stream: Id, asOf: Moment | undefined): Promise<number> {
    const last = asOf && (await positionOf(asOf, this.times));
    return lengthOf(stream, last, this.times.events);
  }

  /** The last position of the log. */
  head(): Promise<After> {
    return this.times.events.head();
  }

  private async entry(stored: StoredEvent, language: Language): Promise<TimelineEntry> {
    const catalogue = this.catalogues.get(stored.stream.slice(0, stored.stream.indexOf('-')));
    const located = { ...stored, data: locate(stored) };
    // An event of a later release is shown as it is, under its bare name: a history never has holes (ux.md 5.10).
    const known = catalogue?.facts[stored.type];
    const data =
      catalogue && known && stored.schemaVersion <= known.version ? decode(catalogue, located).data : located.data;
    const opened = { ...stored, ...(await this.reason(stored)) };
    return entryOf(opened, known?.title[language] ?? stored.type, await this.personal.open(data));
  }

  private async reason(stored: StoredEvent): Promise<Pick<StoredEvent, 'reason'>> {
    if (stored.reason === undefined) return {};
    const { reason } = locate({ ...reasonPlace(stored.stream, stored), data: { reason: stored.reason } });
    return { reason: await this.personal.open(reason) };
  }
}

const next = (cursor: string): bigint => {
  const revision = CURSOR.exec(cursor)?.[1];
  if (revision === undefined) throw badInput({ en: 'Not a cursor of this list.', zh: '不是此列表的游标。' }, 'after');
  return BigInt(revision) + 1n;
};

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
    lateEntry: Date.parse(event.recordedAt) - Date.parse(event.occurredAt) > LATE_ENTRY_MINUTES * 60_000,
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
