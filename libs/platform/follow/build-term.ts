import { setImmediate } from 'node:timers/promises';
import type { After, UnreadEvent } from '#platform/event-store';
import { Batch } from './fold-batch.js';
import type { Work } from './follow-loop.js';
import { Line } from './line.js';
import { compareAfter } from './position.js';
import { ReadAhead } from './read-ahead.js';
import type { BuildLease, Step, ViewChange } from './view-store.js';
import type { ViewFollowing } from './view-term.js';

const BATCH = 2_000;

type Building = Pick<ViewFollowing, 'events' | 'log'> & { /** A table is full. */ readonly filled: () => void };

/**
 * Fills new tables in one pass over the log. While one batch is being stored, the next is folded and the one after it is read.
 * Every batch is stored with its checkpoint, so whoever comes next goes on where this one ended.
 */
export class BuildTerm {
  readonly #ahead: ReadAhead;
  #stored: Promise<void> = Promise.resolve();

  private constructor(
    private readonly parts: Building,
    private readonly lease: BuildLease,
    private lines: readonly Line[],
  ) {
    this.#ahead = new ReadAhead(parts.events, BATCH);
  }

  static async begin(parts: Building, lease: BuildLease): Promise<BuildTerm> {
    const lines = (await lease.tables()).map((table) => new Line(table));
    for (const { view, build, at } of lines)
      parts.log.info({ view: view.name, build, from: String(at) }, 'a view is being built');
    return new BuildTerm(parts, lease, lines);
  }

  /** The tables that are furthest behind go on, until they stand where others do. */
  readonly turn: Work = async () => {
    const [first, next] = this.places();
    if (first === undefined) return 'over';
    const lines = this.lines.filter(({ at }) => at === first);
    const { events, isEnd } = await this.#ahead.after(first);
    await this.advance(first, lines, upTo(next, events));
    if (isEnd) await this.finish(lines);
    return undefined;
  };

  /** Where tables stand, nearest to the start first. */
  private places(): readonly After[] {
    return [...new Set(this.lines.map(({ at }) => at))].sort(compareAfter);
  }

  private async advance(from: After, lines: readonly Line[], events: readonly UnreadEvent[]): Promise<void> {
    const to = events.at(-1)?.position;
    if (to === undefined) return;
    const batch = new Batch(events);
    const changes: ViewChange[] = [];
    for (const line of lines) {
      changes.push(await batch.change(line, this.lease));
      // A server answers requests in between.
      await setImmediate();
    }
    for (const line of lines) line.at = to;
    await this.store({ from, to, changes });
  }

  /** Begins to store a step once the one before is stored. */
  private async store(step: Step): Promise<void> {
    await this.#stored;
    this.#stored = this.lease.commit(step);
    // Reported at the next step.
    this.#stored.catch(() => undefined);
    for (const { table, parked } of step.changes) {
      const line = this.lines.find(({ view, build }) => view === table.view && build === table.build);
      for (const { stream } of parked) line?.held.add(stream);
    }
  }

  private async finish(lines: readonly Line[]): Promise<void> {
    await this.#stored;
    for (const line of lines) {
      await this.lease.finish(line);
      this.lines = this.lines.filter((other) => other !== line);
      this.parts.log.info({ view: line.view.name, build: line.build }, 'a view was built');
    }
    this.parts.filled();
  }
}

/** Those before the place where other tables stand, and the one at it. */
const upTo = (place: After | undefined, events: readonly UnreadEvent[]): readonly UnreadEvent[] =>
  place === undefined || place === 'start' ? events : events.filter(({ position }) => position <= place);
