import type { Id } from '#kernel';
import type { After, EventStore } from '#platform/event-store';
import { badInput, type Language, type PageArgs } from '#platform/graphql';
import type { PersonalData } from '#platform/personal-data';
import { positionOf, type Moment, type Page, type Times } from '#platform/views';
import { Entries, type Catalogues } from './entries.js';
import { lengthOf } from './length-of.js';
import type { TimelineEntry } from './timeline-entry.js';

export const HISTORY = Symbol('History');

const CURSOR = /^r(0|[1-9]\d{0,17})$/;

/** The history of one stream, a page at a time, oldest first: the events themselves, with personal fields opened. */
export class History {
  private readonly entries: Entries;

  constructor(
    private readonly times: Times & { readonly events: Pick<EventStore, 'readStream'> },
    catalogues: Catalogues,
    personal: PersonalData,
  ) {
    this.entries = new Entries(catalogues, personal);
  }

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
        node: await this.entries.of(event, language),
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
}

const next = (cursor: string): bigint => {
  const revision = CURSOR.exec(cursor)?.[1];
  if (revision === undefined) throw badInput({ en: 'Not a cursor of this list.', zh: '不是此列表的游标。' }, 'after');
  return BigInt(revision) + 1n;
};
