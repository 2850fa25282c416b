import { NoAnswer } from './errors.js';

/** The work's own result, or NoAnswer after so many milliseconds; what it says later is ignored, also when it fails. */
export const within = async <T>(ms: number, what: string, work: Promise<T>): Promise<T> => {
  work.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(what, ms)), Math.max(0, ms));
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
};

/** The end of something that may take so long, in the time of `performance.now`. */
export class Deadline {
  readonly #at: number;

  constructor(ms: number) {
    this.#at = performance.now() + ms;
  }

  /** What is left of it, in milliseconds; 0 when it is over. */
  get left(): number {
    return Math.max(0, this.#at - performance.now());
  }
}

/** Between half and one and a half times as long, doubled with each earlier try, so that those who failed together part ways. */
export const jittered = (ms: number, earlier: number, most = Infinity): number =>
  Math.min(most, ms * 2 ** earlier) * (0.5 + Math.random());

/** Nothing before the first try; before each next one a longer pause, never beyond the deadline. */
export const pauseBefore = async (
  tries: number,
  { pauseMs, longestPauseMs }: { readonly pauseMs: number; readonly longestPauseMs: number },
  deadline: Deadline,
): Promise<void> => {
  if (tries === 0) return;
  const ms = jittered(pauseMs, tries - 1, longestPauseMs);
  await new Promise((resolve) => setTimeout(resolve, Math.min(deadline.left, ms)));
};
