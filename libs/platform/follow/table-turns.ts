import type { Log } from '#platform/telemetry';
import { Line } from './line.js';
import { compareAfter } from './position.js';
import type { ViewLease } from './view-store.js';
import type { TableAt } from './view-table.js';

/** How often it is looked whether there are other tables, or operators who want something, while there is much to fold. */
const LOOK_MS = 200;

/** Which tables there are, and which of them readers see: looked up now and then, and changed when all stand at one place. */
export class TableTurns {
  #looked = -Infinity;
  #known: readonly TableAt[] = [];

  constructor(
    private readonly parts: { readonly log: Log },
    private readonly lease: ViewLease,
    private readonly lines: Line[],
  ) {}

  isDue(): boolean {
    return performance.now() - this.#looked > LOOK_MS;
  }

  /** There is time to look before the next turn. */
  idle(): void {
    this.#looked = -Infinity;
  }

  /** The tables that were not written here before. */
  async look(): Promise<readonly Line[]> {
    await this.lease.widen();
    this.#known = await this.lease.tables();
    this.#looked = performance.now();
    const fresh = this.#known
      .filter((table) => table.state !== 'building' && !this.lineOf(table))
      .map((table) => new Line(table));
    this.lines.push(...fresh);
    return fresh;
  }

  /** Does what is due, now that all tables stand at one place. Whether readers see another table than before. */
  async take(): Promise<boolean> {
    let served = false;
    for (const table of this.#known) {
      const line = this.lineOf(table);
      if (line && isToServe(line, table)) served = (await this.serve(line)) || served;
      else if (line?.state === 'former' && table.asked === 'drop') await this.drop(line);
    }
    return served;
  }

  private async serve(line: Line): Promise<boolean> {
    const before = this.lines.find(({ view, state }) => view === line.view && state === 'serving');
    // Readers never go back in the log.
    if (before && compareAfter(before.at, line.at) !== 0) return false;
    if (!(await this.lease.serve(line))) return false;
    line.state = 'serving';
    if (before) before.state = 'former';
    this.forget(line);
    this.parts.log.info({ view: line.view.name, build: line.build }, 'readers see another table of this view');
    return true;
  }

  private async drop(line: Line): Promise<void> {
    await this.lease.drop(line);
    this.lines.splice(this.lines.indexOf(line), 1);
    this.forget(line);
  }

  /** What was wanted is done. */
  private forget({ view, build }: Line): void {
    this.#known = this.#known.filter((table) => table.view !== view || table.build !== build);
  }

  private lineOf({ view, build }: TableAt): Line | undefined {
    return this.lines.find((line) => line.view === view && line.build === build);
  }
}

const isToServe = ({ state }: Line, { asked }: TableAt): boolean =>
  state === 'ready' || (state === 'former' && asked === 'serve');
