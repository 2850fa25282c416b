import type { Log } from '#platform/telemetry';
import { FollowedTable } from '../fold/followed-table.js';
import { compareAfter } from '../loop/position.js';
import type { ViewLease } from './view-store.js';
import type { TableAt } from '../fold/view-table.js';

/** How often it is looked whether there are other tables, or operators who want something, while there is much to fold. */
const LOOK_MS = 200;

/** Which tables there are, and which of them readers see: looked up now and then, and changed when all stand at one place. */
export class SwitchOver {
  #looked = -Infinity;
  #known: readonly TableAt[] = [];

  constructor(
    private readonly parts: { readonly log: Log },
    private readonly lease: ViewLease,
    private readonly tables: FollowedTable[],
  ) {}

  isDue(): boolean {
    return performance.now() - this.#looked > LOOK_MS;
  }

  /** There is time to look before the next turn. */
  idle(): void {
    this.#looked = -Infinity;
  }

  /** The tables that were not written here before. */
  async look(): Promise<readonly FollowedTable[]> {
    await this.lease.widen();
    this.#known = await this.lease.tables();
    this.#looked = performance.now();
    const fresh = this.#known
      .filter((table) => table.state !== 'building' && !this.followedOf(table))
      .map((table) => new FollowedTable(table));
    this.tables.push(...fresh);
    return fresh;
  }

  /** Does what is due, now that all tables stand at one place. Whether readers see another table than before. */
  async take(): Promise<boolean> {
    let served = false;
    for (const table of this.#known) {
      const followed = this.followedOf(table);
      if (followed && isToServe(followed, table)) served = (await this.serve(followed)) || served;
      else if (followed?.state === 'former' && table.asked === 'drop') await this.drop(followed);
    }
    return served;
  }

  private async serve(followed: FollowedTable): Promise<boolean> {
    const before = this.tables.find(({ view, state }) => view === followed.view && state === 'serving');
    // Readers never go back in the log.
    if (before && compareAfter(before.at, followed.at) !== 0) return false;
    if (!(await this.lease.serve(followed))) return false;
    followed.state = 'serving';
    if (before) before.state = 'former';
    this.forget(followed);
    this.parts.log.info({ view: followed.view.name, build: followed.build }, 'readers see another table of this view');
    return true;
  }

  private async drop(followed: FollowedTable): Promise<void> {
    await this.lease.drop(followed);
    this.tables.splice(this.tables.indexOf(followed), 1);
    this.forget(followed);
  }

  /** What was wanted is done. */
  private forget({ view, build }: FollowedTable): void {
    this.#known = this.#known.filter((table) => table.view !== view || table.build !== build);
  }

  private followedOf({ view, build }: TableAt): FollowedTable | undefined {
    return this.tables.find((followed) => followed.view === view && followed.build === build);
  }
}

const isToServe = ({ state }: FollowedTable, { asked }: TableAt): boolean =>
  state === 'ready' || (state === 'former' && asked === 'serve');
