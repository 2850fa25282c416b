import { isAnyId, type Id } from '#kernel';
import { canonical, type EventStore, type StoredEvent } from '#platform/event-store';
import type { Language } from '#platform/graphql';
import { positionOf, type Looking, type Times } from '#platform/views';
import { searchForm } from '#text';
import type { Entries } from './entries.js';
import type { EventPlace, RecordEntry } from './record-entry.js';
import { cursorOf, isSought, partOf, type Part, type Sought } from './record-page.js';
import { readRecord, type PartsOfRecords, type RecordEvents } from './record-streams.js';
import { seenBy, type Eyes } from './seen-entries.js';
import { textsIn, toldIn } from './told-in.js';

export const RECORDS = Symbol('Records');

/** What of which record is asked for, and in which words it is told. */
export interface AskedRecord extends Sought, Part {
  readonly text?: string;
  readonly language: Language;
}

/** Whole records: the events of a thing together with those of what belongs to it, as somebody may see them. */
export class Records {
  constructor(
    private readonly times: Times & { readonly events: Pick<EventStore, 'readStream'> },
    private readonly entries: Entries,
    private readonly parts: PartsOfRecords,
  ) {}

  /** A page of a record whose own thing the reader may see. Throws BAD_USER_INPUT for a cursor that no page gave out. */
  async page(id: Id, asked: AskedRecord, { how, eyes }: { readonly how: Looking; readonly eyes: Eyes }) {
    const last = how.asOf && (await positionOf(how.asOf, this.times));
    const seen = (ids: readonly Id[]) => eyes.views.visible(ids, how);
    const record = await readRecord(id, { last, store: this.times.events, parts: this.parts, seen });
    const matching = record.events.filter((event) => isSought(event, asked));
    const tell = new RecordTeller(record, this.entries, { eyes, how, language: asked.language });
    const found = asked.text === undefined ? matching : await tell.withText(matching, asked.text);
    const { events, hasNextPage } = partOf(found, asked);
    const nodes = await tell.all(events);
    const edges = nodes.map((node) => ({ cursor: cursorOf({ position: BigInt(node.position) }), node }));
    return { page: { edges, hasNextPage }, total: found.length, streams: record.streams, isCut: record.isCut };
  }
}

interface Telling {
  readonly eyes: Eyes;
  readonly how: Looking;
  readonly language: Language;
}

/** Tells events of one record to one reader. */
class RecordTeller {
  private readonly causes: ReadonlyMap<string, StoredEvent>;
  private readonly effects = new Map<string, StoredEvent[]>();

  constructor(
    { events }: RecordEvents,
    private readonly entries: Entries,
    private readonly telling: Telling,
  ) {
    this.causes = new Map(events.map((event) => [event.eventId, event]));
    for (const event of events) {
      if (event.causationId === undefined) continue;
      this.effects.set(event.causationId, [...(this.effects.get(event.causationId) ?? []), event]);
    }
  }

  async all(events: readonly StoredEvent[]): Promise<readonly RecordEntry[]> {
    const { language, how, eyes } = this.telling;
    const whole = await Promise.all(events.map((event) => this.entries.of(event, language)));
    const seen = await seenBy(whole, how, eyes);
    return events.flatMap((event, at) => {
      const [entry, before] = [seen[at], whole[at]];
      return entry && before ? [{ ...entry, ...this.more(event, entry, entry.data !== before.data) }] : [];
    });
  }

  /** Those in which a text stands, as far as the reader may see them: what is hidden is not found either. */
  async withText(events: readonly StoredEvent[], text: string): Promise<readonly StoredEvent[]> {
    const sought = searchForm(text);
    const told = await this.all(events);
    const holds = new Set(told.filter((entry) => searchedIn(entry).includes(sought)).map(({ position }) => position));
    return events.filter(({ position }) => holds.has(String(position)));
  }

  private more(event: StoredEvent, { data }: Pick<RecordEntry, 'data'>, withheld: boolean) {
    const [summary, cause] = [toldIn(data), this.causes.get(event.causationId ?? '')];
    const named = (id: Id) => ({ id, at: String(event.position) });
    return {
      subject: named(event.stream),
      schemaVersion: event.schemaVersion,
      named: [...new Set(textsIn(data).filter(isAnyId))].map(named),
      withheld,
      effects: (this.effects.get(event.eventId) ?? []).map((effect) => this.placeOf(effect)),
      stored: { entry: event.entry.toString('utf8'), ...(!withheld && { payload: canonical(event.data) }) },
      ...(summary !== undefined && { summary }),
      ...(cause && { causedBy: this.placeOf(cause) }),
      ...(event.deviceId !== undefined && { deviceId: event.deviceId }),
    };
  }

  private placeOf(event: StoredEvent): EventPlace {
    const { eventId, position } = event;
    return { eventId, position: String(position), title: this.entries.title(event, this.telling.language) };
  }
}

const searchedIn = ({ title, name, reason = '', data }: RecordEntry): string =>
  searchForm([title, name, reason, ...textsIn(data)].join('\n'));
