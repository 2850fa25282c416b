import type { Id } from '#kernel';
import { asUnread, type EventStore, type UnreadEvent } from '#platform/event-store';
import { foldRows } from '../fold/fold-rows.js';
import { EventReader } from '../fold/read-event.js';
import { keysOf, selectEvents, type SelectedEvent, type Selection } from '../fold/select-events.js';
import type { RowSource, ViewChange } from '../fold/view-change.js';
import type { ViewTable } from '../fold/view-table.js';
import { heldBack } from '../loop/held-back.js';
import { earliest, type Parked } from '../loop/parked.js';

const BATCH = 1_000;

/** What is needed to try a parked stream of a table again. */
export interface Redo {
  readonly table: ViewTable;
  readonly parked: Parked;
  /** Where the table stands: everything up to there that concerns the same rows is folded again. */
  readonly at: bigint;
  /** Other streams of the table that wait. */
  readonly held: (stream: Id) => boolean;
}

/**
 * Folds a parked stream again, and with it every later event of other streams, of any kind, that touched the same rows, in the order
 * of the log: the rows become what they would be had nothing ever been held back. Undefined when its first event still fails.
 */
export const redo = async (what: Redo, events: EventStore, rows: RowSource): Promise<ViewChange | undefined> =>
  new Redoing(what, events, rows).change();

class Redoing {
  readonly #reader = new EventReader();

  constructor(
    private readonly what: Redo,
    private readonly events: EventStore,
    private readonly rows: RowSource,
  ) {}

  async change(): Promise<ViewChange | undefined> {
    const { parked } = this.what;
    const own = await this.waiting(parked);
    if (!own || (await this.stillFails(own))) return undefined;
    let keys = keysOf(own.selected);
    for (;;) {
      const change = await this.foldedAgain(own, keys);
      const more = await this.alsoTouched(change, keys);
      if (more.size === keys.size) return change;
      keys = more;
    }
  }

  /** What a stream that waits has for the table; undefined while what is stored of it cannot be read. */
  private async waiting(parked: Pick<Parked, 'stream' | 'position'>): Promise<Selection | undefined> {
    const { table, at } = this.what;
    const waiting = await heldBack(this.events, parked, at);
    return waiting && selectEvents(table.view, waiting.map(asUnread), () => false, this.#reader);
  }

  private async stillFails({ selected, parked }: Selection): Promise<boolean> {
    const { table, parked: before } = this.what;
    const first = selected.slice(0, 1);
    const rows = await this.rows.rows(table, [...keysOf(first)], before.position);
    const failed = [...parked, ...foldRows(table.view, first, rows).parked];
    return failed.some(({ position }) => position === before.position);
  }

  /** These rows as they stood when the stream was parked, with everything since that concerns them. */
  private async foldedAgain(own: Selection, keys: ReadonlySet<string>): Promise<ViewChange> {
    const { table, parked } = this.what;
    const others = await this.others(own, keys);
    const inOrder = [...own.selected, ...others.selected].sort((a, b) =>
      a.event.position < b.event.position ? -1 : 1,
    );
    const rows = await this.rows.rows(table, [...keys], parked.position);
    const { parked: again, ended, closed, open } = foldRows(table.view, inOrder, rows);
    return {
      ...{ table, ended, closed, open },
      parked: earliest([...own.parked, ...others.parked, ...again]),
      redo: { stream: parked.stream, position: parked.position, keys: [...keys] },
    };
  }

  private async others({ parked: unread }: Selection, keys: ReadonlySet<string>): Promise<Selection> {
    const { table, parked, at, held } = this.what;
    const selected: SelectedEvent[] = [];
    const stuck = [...unread];
    for await (const batch of between(this.events, parked.position, at)) {
      const skip = (stream: Id) =>
        stream === parked.stream || held(stream) || stuck.some((one) => one.stream === stream);
      const found = selectEvents(table.view, batch, skip, this.#reader);
      selected.push(...found.selected.flatMap((one) => only(one, keys)));
      stuck.push(...found.parked);
    }
    return { selected, parked: stuck.slice(unread.length) };
  }

  /** A stream that is stuck only now has been folded into other rows: it must not have been. */
  private async alsoTouched({ parked }: ViewChange, keys: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const touched = new Set(keys);
    for (const one of parked.filter(({ stream }) => stream !== this.what.parked.stream)) {
      const selection = await this.waiting(one);
      for (const key of keysOf(selection?.selected ?? [])) touched.add(key);
    }
    return touched;
  }
}

/** An event as far as it changes some rows; the others have it already. */
const only = (event: SelectedEvent, keys: ReadonlySet<string>): readonly SelectedEvent[] => {
  const some = event.keys.filter((key) => keys.has(key));
  return some.length > 0 ? [{ ...event, keys: some }] : [];
};

/** The events after one position, up to and with another. */
async function* between(events: EventStore, after: bigint, to: bigint): AsyncGenerator<readonly UnreadEvent[]> {
  for (let at = after; at < to;) {
    const batch = await events.scan({ after: at, limit: BATCH });
    yield batch.filter(({ position }) => position <= to);
    at = batch.at(-1)?.position ?? to;
  }
}
