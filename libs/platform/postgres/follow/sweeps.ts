import type { Step, ViewTable } from '#platform/follow';

/** Fewer rows that are gone are not worth a look. */
const FEW = 5_000;

interface Counted {
  gone: number;
  there: number;
}

/** When the present of a table that is being filled holds more room of rows that are gone than of rows that are there. */
export class Sweeps {
  readonly #counted = new Map<ViewTable, Counted>();

  /** Counts what a step did, and says which tables are due now. */
  due({ changes }: Step): readonly ViewTable[] {
    return changes
      .filter(({ table, closed, open }) => {
        const counted = this.#counted.get(table) ?? { gone: 0, there: 0 };
        counted.gone += closed.length;
        counted.there += open.length - closed.length;
        const isDue = counted.gone > Math.max(FEW, counted.there);
        if (isDue) counted.gone = 0;
        this.#counted.set(table, counted);
        return isDue;
      })
      .map(({ table }) => table);
  }
}
