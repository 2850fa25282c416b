import { setImmediate } from 'node:timers/promises';
import type { After, UnreadEvent } from '#platform/event-store';
import { Batch } from './fold-batch.js';
import type { Work } from './follow-loop.js';
import { Line } from './line.js';
import { compareAfter } from './position.js';
import { ReadAhead } from './read-ahead.js';
import { Unsaved } from './unsaved.js';
import type { BuildLease, Step } from './view-store.js';
import type { ViewFollowing } from './view-term.js';

const BATCH = 2_000;
/** So many events are folded in one go; in between a server answers requests, and what is being stored goes on. */
const CHUNK = 250;

type Building = Pick<ViewFollowing, 'events' | 'log'> & { /** A table is full. */ readonly filled: () => void };

/**
 * Fills new tables in one pass over the log. While one batch is being stored, the next is folded and the one after it is read;
 * while some events are folded, the rows that the next ones need are looked up. Versions that ended are sent as they come; from
 * time to time all that is true now is stored with its checkpoint, so whoever comes next goes on where this one ended.
 */
export class BuildTerm {
  readonly #ahead: ReadAhead;
  #stored: Promise<void> = Promise.resolve();
  #unsaved: { readonly from: After; readonly all: Unsaved } | undefined;

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
    const { from, all } = (this.#unsaved ??= { from: first, all: new Unsaved(lines) });
    const { events, isEnd } = await this.#ahead.after(first);
    const to = await this.fold(lines, upTo(next, events), all);
    // Tables that come together go on as one.
    if (isEnd || to === next || all.isEnough) await this.save(all, { from, to: to ?? first });
    else await this.begin(() => this.lease.keep(all.takeEnded()));
    if (isEnd) await this.finish(lines);
    return undefined;
  };

  /** Where tables stand, nearest to the start first. */
  private places(): readonly After[] {
    return [...new Set(this.lines.map(({ at }) => at))].sort(compareAfter);
  }

  /** Says how far it came. */
  private async fold(
    lines: readonly Line[],
    events: readonly UnreadEvent[],
    unsaved: Unsaved,
  ): Promise<bigint | undefined> {
    let batch = new Batch(events.slice(0, CHUNK));
    for (let start = CHUNK; start < events.length + CHUNK; start += CHUNK) {
      const next = new Batch(events.slice(start, start + CHUNK));
      for (const line of lines) {
        next.ask(line, this.lease);
        const change = await batch.change(line, this.lease);
        unsaved.add(line, change);
        for (const { stream } of change.parked) line.held.add(stream);
        await setImmediate();
      }
      batch = next;
    }
    unsaved.passed(events.length);
    const to = events.at(-1)?.position;
    for (const line of lines) line.at = to ?? line.at;
    return to;
  }

  private async save(unsaved: Unsaved, { from, to }: Omit<Step, 'changes'>): Promise<void> {
    this.#unsaved = undefined;
    for (const { rows } of unsaved.lines) rows.age();
    const changes = unsaved.changes();
    if (to !== from) await this.begin(() => this.lease.commit({ from, to, changes }));
  }

  /** Begins to store something once what came before is stored. */
  private async begin(store: () => Promise<void>): Promise<void> {
    await this.#stored;
    this.#stored = store();
    // Reported at the next step.
    this.#stored.catch(() => undefined);
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
