/** Something whose rows end. */
export interface Swept {
  /** Removes so many at most that have ended, and says how many. */
  sweep(now: Date, most: number): Promise<number>;
}

/** Rows removed by one statement, and statements at one time: a flood of them is removed bit by bit, and nobody waits for it. */
const MOST_ROWS = 1_000;
const MOST_STATEMENTS = 20;

/** Removes what has ended, as far as it may at one time; says how many rows those were. */
export const sweep = async (places: readonly Swept[], now: Date): Promise<number> => {
  let removed = 0;
  for (const place of places) {
    for (let statements = 0; statements < MOST_STATEMENTS; statements++) {
      const rows = await place.sweep(now, MOST_ROWS);
      removed += rows;
      if (rows < MOST_ROWS) break;
    }
  }
  return removed;
};
