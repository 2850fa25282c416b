import type { AnyView, Id } from '#kernel';
import type { After, EventStore, StoredEvent } from '#platform/event-store';
import type { Log } from '#platform/telemetry';
import type { ViewRegistry } from '#platform/views';
import { foldRows } from './fold-rows.js';
import type { Work } from './follow-loop.js';
import { hear } from './heard.js';
import { Holdings } from './holdings.js';
import { earliest, type Parked } from './parked.js';
import { compareAfter, isPast, lowest } from './position.js';
import { EventReader } from './read-event.js';
import { redo } from './redo.js';
import type { OpenRow, Step, ViewChange, ViewLease, ViewStore } from './view-store.js';

const BATCH = 1_000;

export interface ViewFollowing {
  readonly views: ViewRegistry;
  readonly store: ViewStore;
  readonly events: EventStore;
  readonly log: Log;
  /** Told how far every view has come, each time that changes. */
  readonly moved?: (to: After) => void;
}

/** One term of being the process that writes. */
export class ViewTerm {
  readonly #complete = new Set<AnyView>();

  private constructor(
    private readonly parts: ViewFollowing,
    private readonly lease: ViewLease,
    private readonly at: Map<AnyView, After>,
    private readonly held: Holdings,
  ) {}

  /** Where everything stands. A view that claims to know more than the log holds starts from nothing. */
  static async begin(parts: ViewFollowing, lease: ViewLease): Promise<ViewTerm> {
    const { views, store, events, log } = parts;
    const claimed = await store.checkpoints();
    const head = await events.head();
    const anew = views.all.filter(({ name }) => compareAfter(claimed.get(name) ?? 'start', head) > 0);
    for (const { name } of anew)
      log.warn({ view: name }, 'the log is shorter than this view remembers: folding it anew');
    await store.prepare(anew);
    const known = await store.checkpoints();
    const at = new Map(views.all.map((view) => [view, known.get(view.name) ?? 'start']));
    const waiting = await lease.parked();
    const term = new ViewTerm(parts, lease, at, new Holdings(waiting));
    await term.retry(waiting);
    parts.moved?.(lowest([...at.values()]));
    return term;
  }

  /** Views that stand furthest read on; those behind, such as one that is being built anew, catch up with them. */
  readonly turn: Work = async () => {
    if (this.held.any) await this.retry(await this.lease.retries());
    const [first, ...behind] = this.groups();
    if (!first) return this.parts.events.head();
    const [from, views] = first;
    const batch = await this.parts.events.readAll({ after: from, limit: BATCH });
    const front = await this.advance(from, views, batch);
    for (const [at, late] of behind) await this.catchUp(at, late, front);
    const done = batch.length < BATCH && this.groups().length <= 1;
    if (done) await this.caughtUp();
    return done ? front : undefined;
  };

  /** Views by the place where they stand, the furthest first. */
  private groups(): [After, AnyView[]][] {
    const groups = new Map<After, AnyView[]>();
    for (const [view, at] of this.at) groups.set(at, [...(groups.get(at) ?? []), view]);
    return [...groups].sort(([a], [b]) => compareAfter(b, a));
  }

  private async catchUp(at: After, views: readonly AnyView[], front: After): Promise<void> {
    const batch = await this.parts.events.readAll({ after: at, limit: BATCH });
    await this.advance(
      at,
      views,
      batch.filter(({ position }) => isPast(front, position)),
    );
  }

  private async advance(from: After, views: readonly AnyView[], batch: readonly StoredEvent[]): Promise<After> {
    const to = batch.at(-1)?.position;
    if (to === undefined) return from;
    const reader = new EventReader();
    const changes: ViewChange[] = [];
    for (const view of views) changes.push(await this.change(view, batch, reader));
    await this.commit({ from, to, changes });
    for (const view of views) this.at.set(view, to);
    this.parts.moved?.(lowest([...this.at.values()]));
    return to;
  }

  private async change(view: AnyView, batch: readonly StoredEvent[], reader: EventReader): Promise<ViewChange> {
    const { heard, parked } = hear(view, batch, (stream) => this.held.has(view.name, stream), reader);
    const keys = [...new Set(heard.map(({ key }) => key))];
    const rows = keys.length > 0 ? await this.lease.rows(view, keys) : new Map<string, OpenRow>();
    const folded = foldRows(view, heard, rows);
    return { view, ...folded, parked: earliest([...parked, ...folded.parked]) };
  }

  private async commit(step: Step): Promise<void> {
    await this.lease.commit(step);
    for (const parked of step.changes.flatMap(({ parked }) => parked)) {
      this.held.add(parked);
      this.parts.log.error({ ...parked, position: String(parked.position) }, 'a stream waits: a view cannot fold it');
    }
  }

  /** In the order of the log, since one stream may wait only because another does. */
  private async retry(waiting: readonly Parked[]): Promise<void> {
    for (const parked of waiting) {
      const view = this.parts.views.all.find(({ name }) => name === parked.follower);
      const at = view && this.at.get(view);
      if (!view || at === undefined || at === 'start') continue;
      const others = (stream: Id) => this.held.has(view.name, stream);
      const change = await redo({ view, parked, at, held: others }, this.parts.events, this.lease);
      if (!change) continue;
      this.held.release(parked);
      await this.commit({ from: at, to: at, changes: [change] });
      this.parts.log.info({ view: view.name, stream: parked.stream }, 'a parked stream was folded after all');
    }
  }

  private async caughtUp(): Promise<void> {
    const views = [...this.at.keys()].filter((view) => !this.#complete.has(view));
    if (views.length === 0) return;
    await this.lease.completed(views);
    for (const view of views) this.#complete.add(view);
  }
}
