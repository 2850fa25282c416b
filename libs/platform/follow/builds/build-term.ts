import { setImmediate } from 'node:timers/promises';
import type { After, UnreadEvent } from '#platform/event-store';
import { Batch } from '../fold/fold-batch.js';
import { nowWaits } from '../loop/parked.js';
import type { Work } from '../loop/follow-loop.js';
import { FollowedTable } from '../fold/followed-table.js';
import { compareAfter } from '../loop/position.js';
import { ReadAhead } from '../loop/read-ahead.js';
import { BuildBuffer } from './build-buffer.js';
import type { BuildLease, Step } from '../views/view-store.js';
import type { ViewFollowing } from '../views/view-term.js';

const BATCH = 2_000;
/** How many events are folded in one go; in between a server answers requests, and what is being stored goes on. */
const CHUNK = 250;

type Building = Pick<ViewFollowing, 'events' | 'log'> & {
  /** Called when a table is full. */ readonly filled: () => void;
};

/**
 * Fills new tables in one pass over the log. While one batch is being stored, the next is folded and the one after it is read;
 * while some events are folded, the rows that the next ones need are looked up. Versions that ended are sent as they come; from
 * time to time all that is true now is stored with its checkpoint, so that the next builder goes on where this one ended.
 */
export class BuildTerm {
  readonly #ahead: ReadAhead;
  #stored: Promise<void> = Promise.resolve();
  #buffer: { readonly from: After; readonly all: BuildBuffer } | undefined;

  private constructor(
    private readonly parts: Building,
    private readonly lease: BuildLease,
    private tables: readonly FollowedTable[],
  ) {
    this.#ahead = new ReadAhead(parts.events, BATCH);
  }

  static async begin(parts: Building, lease: BuildLease): Promise<BuildTerm> {
    const tables = (await lease.tables()).map((table) => new FollowedTable(table));
    for (const { view, build, at } of tables)
      parts.log.info({ view: view.name, build, from: String(at) }, 'a view is being built');
    return new BuildTerm(parts, lease, tables);
  }

  /** The tables that are furthest behind go on, until they stand where others do. */
  readonly turn: Work = async () => {
    const [first, next] = this.places();
    if (first === undefined) return 'over';
    const tables = this.tables.filter(({ at }) => at === first);
    const { from, all } = (this.#buffer ??= { from: first, all: new BuildBuffer(tables) });
    const { events, isEnd } = await this.#ahead.after(first);
    const to = await this.fold(tables, upTo(next, events), all);
    // Tables that come together go on as one.
    if (isEnd || to === next || all.isEnough) await this.save(all, { from, to: to ?? first });
    else await this.begin(() => this.lease.keep(all.takeEnded()));
    if (isEnd) await this.finish(tables);
    return undefined;
  };

  /** Where tables stand, nearest to the start first. */
  private places(): readonly After[] {
    return [...new Set(this.tables.map(({ at }) => at))].sort(compareAfter);
  }

  /** Folds events into the buffer and says how far that came. */
  private async fold(
    tables: readonly FollowedTable[],
    events: readonly UnreadEvent[],
    buffer: BuildBuffer,
  ): Promise<bigint | undefined> {
    let batch = new Batch(events.slice(0, CHUNK));
    for (let start = CHUNK; start < events.length + CHUNK; start += CHUNK) {
      const next = new Batch(events.slice(start, start + CHUNK));
      for (const table of tables) {
        next.ask(table, this.lease);
        const change = await batch.change(table, this.lease);
        buffer.add(table, change);
        for (const one of change.parked) {
          table.held.add(one.stream);
          this.parts.log.error(nowWaits(one), 'a stream waits: a view cannot fold it');
        }
        await setImmediate();
      }
      batch = next;
    }
    buffer.passed(events.length);
    const to = events.at(-1)?.position;
    for (const table of tables) table.at = to ?? table.at;
    return to;
  }

  private async save(buffer: BuildBuffer, { from, to }: Omit<Step, 'changes'>): Promise<void> {
    this.#buffer = undefined;
    for (const { rows } of buffer.tables) rows.age();
    const changes = buffer.changes();
    if (to !== from) await this.begin(() => this.lease.commit({ from, to, changes }));
  }

  /** Begins to store something once what came before is stored. */
  private async begin(store: () => Promise<void>): Promise<void> {
    await this.#stored;
    this.#stored = store();
    // Reported at the next step.
    this.#stored.catch(() => undefined);
  }

  private async finish(tables: readonly FollowedTable[]): Promise<void> {
    await this.#stored;
    for (const table of tables) {
      await this.lease.finish(table);
      this.tables = this.tables.filter((other) => other !== table);
      this.parts.log.info({ view: table.view.name, build: table.build }, 'a view was built');
    }
    this.parts.filled();
  }
}

/** Those before the place where other tables stand, and the one at it. */
const upTo = (place: After | undefined, events: readonly UnreadEvent[]): readonly UnreadEvent[] =>
  place === undefined || place === 'start' ? events : events.filter(({ position }) => position <= place);
