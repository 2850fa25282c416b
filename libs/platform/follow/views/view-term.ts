import type { After, EventStore, UnreadEvent } from '#platform/event-store';
import type { Log } from '#platform/telemetry';
import type { ViewRegistry } from '#platform/views';
import { Batch } from '../fold/fold-batch.js';
import type { Work } from '../loop/follow-loop.js';
import type { FollowedTable } from '../fold/followed-table.js';
import { nowWaits } from '../loop/parked.js';
import { compareAfter, isPast } from '../loop/position.js';
import { ReadAhead } from '../loop/read-ahead.js';
import { redo } from './redo.js';
import { SwitchOver } from './switch-over.js';
import type { ViewChange } from '../fold/view-change.js';
import type { ParkedIn, Step, ViewLease, ViewStore } from './view-store.js';

const BATCH = 1_000;

export interface ViewFollowing {
  readonly views: ViewRegistry;
  readonly store: ViewStore;
  readonly events: EventStore;
  readonly log: Log;
  /** Told how far a view that can be read has come, each time that changes. */
  readonly moved?: (view: string, to: After) => void;
}

/** One term of being the process that writes. */
export class ViewTerm {
  readonly #tables: FollowedTable[] = [];
  readonly #ahead: ReadAhead;
  /** For tables that are behind the others; seldom are there several places of such. */
  readonly #late: ReadAhead;
  readonly #switchOver: SwitchOver;

  private constructor(
    private readonly parts: ViewFollowing,
    private readonly lease: ViewLease,
  ) {
    this.#ahead = new ReadAhead(parts.events, BATCH);
    this.#late = new ReadAhead(parts.events, BATCH);
    this.#switchOver = new SwitchOver(parts, lease, this.#tables);
  }

  /** Where everything stands. A table that claims to know more than the log holds is built from nothing. */
  static async begin(parts: ViewFollowing, lease: ViewLease): Promise<ViewTerm> {
    const { store, events, log } = parts;
    const claimed = await lease.tables();
    const head = await events.head();
    const anew = claimed.filter(({ at }) => compareAfter(at, head) > 0);
    for (const { view } of anew)
      log.warn({ view: view.name }, 'the log is shorter than this view remembers: folding it anew');
    await store.prepare(anew);
    const term = new ViewTerm(parts, lease);
    await term.look();
    term.#switchOver.idle();
    return term;
  }

  /** Tables that stand furthest read on; those behind, such as one that was built anew, catch up with them. */
  readonly turn: Work = async () => {
    if (this.#switchOver.isDue()) await this.look();
    const [first, ...behind] = this.groups();
    if (!first) return this.rest();
    const [from, tables] = first;
    const { events, isEnd } = await this.#ahead.after(from);
    const front = await this.advance(from, tables, events);
    for (const [at, late] of behind) await this.catchUp(at, late, front);
    const done = isEnd && this.groups().length <= 1;
    if (!done) return undefined;
    if (await this.#switchOver.take()) this.tell();
    this.#switchOver.idle();
    return front;
  };

  /** Nothing can be followed yet: everything is still being built. */
  private rest(): Promise<After> {
    this.#switchOver.idle();
    return this.parts.events.head();
  }

  /** Tables by the place where they stand, the furthest first. */
  private groups(): [After, FollowedTable[]][] {
    const groups = new Map<After, FollowedTable[]>();
    for (const table of this.#tables) groups.set(table.at, [...(groups.get(table.at) ?? []), table]);
    return [...groups].sort(([a], [b]) => compareAfter(b, a));
  }

  private async catchUp(at: After, tables: readonly FollowedTable[], front: After): Promise<void> {
    const { events } = await this.#late.after(at);
    await this.advance(
      at,
      tables,
      events.filter(({ position }) => isPast(front, position)),
    );
  }

  private async advance(from: After, tables: readonly FollowedTable[], events: readonly UnreadEvent[]): Promise<After> {
    const to = events.at(-1)?.position;
    if (to === undefined) return from;
    const batch = new Batch(events);
    const changes: ViewChange[] = [];
    for (const table of tables) {
      table.rows.age();
      changes.push(await batch.change(table, this.lease));
    }
    await this.commit({ from, to, changes });
    for (const table of tables) table.at = to;
    this.tell(tables);
    return to;
  }

  private async commit(step: Step): Promise<void> {
    await this.lease.commit(step);
    for (const { table, parked } of step.changes) {
      for (const one of parked) {
        this.tableOf(one.follower, table.build)?.held.add(one.stream);
        this.parts.log.error(nowWaits(one), 'a stream waits: a view cannot fold it');
      }
    }
  }

  /** New tables to write: at first all, later those that were built meanwhile, or that another process gave up. */
  private async look(): Promise<void> {
    const fresh = await this.#switchOver.look();
    if (fresh.length === 0) return;
    const waiting = (await this.lease.parked()).filter((one) =>
      fresh.some(({ view, build }) => view.name === one.follower && build === one.build),
    );
    for (const { follower, build, stream } of waiting) this.tableOf(follower, build)?.held.add(stream);
    await this.retry(waiting);
    this.tell();
  }

  private tableOf(view: string, build: number): FollowedTable | undefined {
    return this.#tables.find((table) => table.view.name === view && table.build === build);
  }

  /** In the order of the log, since one stream may wait only because another does. */
  private async retry(waiting: readonly ParkedIn[]): Promise<void> {
    for (const parked of waiting) {
      const table = this.tableOf(parked.follower, parked.build);
      if (!table || table.at === 'start') continue;
      const { at, held } = table;
      const change = await redo(
        { table, parked, at, held: (stream) => held.has(stream) },
        this.parts.events,
        this.lease,
      );
      if (!change) continue;
      held.delete(parked.stream);
      table.rows.clear();
      await this.commit({ from: at, to: at, changes: [change] });
      this.parts.log.info({ view: parked.follower, stream: parked.stream }, 'a parked stream was folded after all');
    }
  }

  /** How far these views are, each for itself: none holds up the news of another. */
  private tell(tables: readonly FollowedTable[] = this.#tables): void {
    for (const { view, state, at } of tables) {
      if (state === 'serving') this.parts.moved?.(view.name, at);
    }
  }
}
