/** One figure, beside the figure it is compared with. */
export interface Result {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly beside: number;
  /** The median of the rounds' own ratios, so that a disturbance hits both sides alike. */
  readonly ratio: number;
  readonly goal: string;
  readonly met: boolean;
}

/** A benchmark: what it measures, and how. */
export interface Bench {
  readonly title: string;
  /** What `value` and `beside` stand for. */
  readonly columns: readonly [string, string];
  run(pace?: Pace): Promise<readonly Result[]>;
}

/** How long is measured: with the quick one only whether it runs at all, for its figures mean nothing. */
export interface Pace {
  readonly rounds: number;
  readonly ms: number;
  /** How long both sides run before anything counts: long enough to be compiled as far as they ever are. */
  readonly warmMs: number;
}

export const QUICK: Pace = { rounds: 1, ms: 50, warmMs: 50 };

/** One round of both sides, measured alike. */
export interface Round<Figure = number> {
  readonly ours: Figure;
  readonly theirs: Figure;
}

/** The goal of a ratio. */
export interface Goal {
  readonly direction: '>=' | '<=';
  readonly ratio: number;
}

/** The figure in the middle; of an even number, the mean of the two in the middle. */
export const median = (figures: readonly number[]): number => {
  const sorted = [...figures].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN;
  return (upper + lower) / 2;
};

const rounded = (figure: number): number => Number(figure.toPrecision(4));

/** One result from interleaved rounds: medians, and whether these reach the goal. */
export const resultOf = (what: string, unit: string, rounds: readonly Round[], goal: Goal): Result => {
  const ratio = rounded(median(rounds.map(({ ours, theirs }) => ours / theirs)));
  return {
    what,
    value: rounded(median(rounds.map(({ ours }) => ours))),
    unit,
    beside: rounded(median(rounds.map(({ theirs }) => theirs))),
    ratio,
    goal: `${goal.direction} ${String(goal.ratio)}`,
    met: goal.direction === '>=' ? ratio >= goal.ratio : ratio <= goal.ratio,
  };
};

/** Measures both sides in turn, the other one first in every other round. */
export const interleaved = async <Figure>(
  rounds: number,
  ours: () => Promise<Figure>,
  theirs: () => Promise<Figure>,
): Promise<readonly Round<Figure>[]> => {
  const measured: Round<Figure>[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const first = await ours();
      measured.push({ ours: first, theirs: await theirs() });
    } else {
      const first = await theirs();
      measured.push({ ours: await ours(), theirs: first });
    }
  }
  return measured;
};
