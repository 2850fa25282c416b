import type { AnyView } from '#kernel';
import type { After, EventStore } from '#platform/event-store';
import {
  CheckpointMoved,
  checkpointsOf,
  type BuildLease,
  type Parked,
  type ParkedIn,
  type Step,
  type TableAt,
  type TableLease,
  type TableState,
  type ViewCheckpoint,
  type ViewLease,
  type ViewStore,
  type ViewTable,
} from '#platform/follow';
import { Lock } from './lock.js';
import { inOrder } from './memory-checkpoints.js';
import { after, read, type RowVersion } from './versions.js';

interface Table extends ViewTable {
  state: TableState;
  at: After;
  rows: readonly RowVersion[];
  parked: readonly ParkedIn[];
}

/** Rows of views in memory, with the same rules as tables in a database: each call is one step that cannot be half done. */
export class MemoryViewStore implements ViewStore {
  readonly lock = new Lock();
  readonly building = new Lock();
  #tables: readonly Table[] = [];

  constructor(
    private readonly views: readonly AnyView[],
    private readonly events: Pick<EventStore, 'head'>,
  ) {}

  /** Up to where a view that can be read has come. */
  at(view: AnyView): After {
    return this.serving(view)?.at ?? 'start';
  }

  /** Every version of the rows that readers see. */
  rowsOf(view: AnyView): readonly RowVersion[] {
    return this.serving(view)?.rows ?? [];
  }

  async prepare(anew: readonly ViewTable[] = []): Promise<void> {
    const head = await this.events.head();
    this.#tables = this.#tables.filter((table) => !anew.some((one) => isSame(one, table)));
    const missing = this.views.filter(
      (view) => !this.#tables.some((one) => one.view === view && one.state !== 'former'),
    );
    const state = head === 'start' ? 'serving' : 'building';
    const fresh = missing.map((view): Table => {
      const build = Math.max(-1, ...this.#tables.filter((one) => one.view === view).map((one) => one.build)) + 1;
      return { view, build, state, at: 'start', rows: [], parked: [] };
    });
    this.#tables = [...this.#tables, ...fresh];
  }

  lease(): Promise<ViewLease | undefined> {
    const holder = this.lock.take();
    return Promise.resolve(holder && this.following(holder));
  }

  buildLease(): Promise<BuildLease | undefined> {
    const mine = this.#tables.filter(({ state }) => state === 'building');
    const holder = mine.length > 0 ? this.building.take() : undefined;
    return Promise.resolve(holder && this.filling(holder, mine));
  }

  checkpoints(): Promise<ReadonlyMap<string, ViewCheckpoint>> {
    return Promise.resolve(checkpointsOf(this.#tables));
  }

  rowsAt(view: AnyView, keys: readonly string[], position: bigint) {
    const table = this.serving(view);
    const isThere = table && table.at !== 'start' && table.at >= position;
    return Promise.resolve(isThere ? read(table, new Set(keys), position + 1n) : undefined);
  }

  parked(): Promise<readonly Parked[]> {
    const served = this.#tables.filter(({ state }) => state === 'serving');
    return Promise.resolve(served.flatMap(({ parked }) => parked).sort(inOrder));
  }

  private serving(view: AnyView): Table | undefined {
    return this.#tables.find((table) => table.view === view && table.state === 'serving');
  }

  private following(holder: symbol): ViewLease {
    const { lock } = this;
    const all = () => this.#tables.flatMap(({ parked }) => parked).sort(inOrder);
    return {
      ...this.writing(lock, holder, () => this.#tables),
      widen: () => lock.as(holder, () => undefined),
      parked: () => lock.as(holder, all),
      serve: (table) =>
        lock.as(holder, () => {
          const before = this.serving(table.view);
          if (before) before.state = 'former';
          this.find(table).state = 'serving';
          return true;
        }),
      drop: (table) =>
        lock.as(holder, () => {
          this.#tables = this.#tables.filter((one) => !isSame(one, table));
        }),
    };
  }

  private filling(holder: symbol, mine: readonly Table[]): BuildLease {
    const kept: Parameters<BuildLease['keep']>[0][number][] = [];
    return {
      ...this.writing(this.building, holder, () => mine),
      keep: (changes) =>
        this.building.as(holder, () => {
          kept.push(...changes);
        }),
      commit: (step) =>
        this.building.as(holder, () => {
          const early = kept.splice(0);
          const ended = (table: ViewTable) =>
            early.filter((one) => isSame(one.table, table)).flatMap((one) => one.ended);
          const changes = step.changes.map((change) => ({
            ...change,
            ended: [...ended(change.table), ...change.ended],
          }));
          this.commit({ ...step, changes });
        }),
      finish: (table) =>
        this.building.as(holder, () => {
          this.find(table).state = 'ready';
        }),
    };
  }

  private writing(lock: Lock, holder: symbol, tables: () => readonly Table[]): TableLease {
    return {
      release: () => {
        lock.free(holder);
        return Promise.resolve();
      },
      tables: () =>
        lock.as(holder, () => tables().map(({ view, build, state, at }): TableAt => ({ view, build, state, at }))),
      rows: (table, keys, before) => lock.as(holder, () => read(this.find(table), new Set(keys), before)),
      commit: (step) =>
        lock.as(holder, () => {
          this.commit(step);
        }),
    };
  }

  private find(table: ViewTable): Table {
    const found = this.#tables.find((one) => isSame(one, table));
    if (!found) throw new Error(`there is no build ${table.build} of ${table.view.name}`);
    return found;
  }

  private commit({ from, to, changes }: Step): void {
    const written = changes.map((change) => {
      const table = this.find(change.table);
      if (table.at !== from) throw new CheckpointMoved(table.view.name);
      return { table, ...after(table, change) };
    });
    for (const { table, rows, parked } of written) Object.assign(table, { at: to, rows, parked });
  }
}

const isSame = (one: ViewTable, other: ViewTable) => one.view === other.view && one.build === other.build;
