/** Progress as it is shown on standard error: a bar on a terminal, elsewhere a line now and then. */
export interface ProgressShown {
  /** How much is done by now, and how much there is if that has changed. */
  to(done: number, total?: number): void;
  end(): void;
}

/** How often a line is written, in milliseconds: what is over sooner needs none. */
const EVERY_MS = 10_000;

interface Lines {
  readonly write: (line: string) => void;
  readonly now: () => number;
}

/** Progress where there is no terminal: now and then a line that says how far it is, and how long it will take from there. */
export const progressLines = (label: string, total: number, { write, now }: Lines): ProgressShown => {
  const began = now();
  let told = began;
  let all = total;
  let first: number | undefined;
  return {
    to: (done, changed = all) => {
      all = changed;
      first ??= done;
      if (now() - told < EVERY_MS) return;
      told = now();
      const percent = String(Math.floor((100 * done) / Math.max(1, all)));
      const left = ((told - began) * (all - done)) / Math.max(1, done - first);
      write(`${label}: ${String(done)}/${String(all)} (${percent} %), ${timeLeft(left)}`);
    },
    end: () => undefined,
  };
};

/** In the largest unit that says something, in both languages. */
export const timeLeft = (ms: number): string => {
  const seconds = Math.ceil(ms / 1_000);
  const [count, unit, name] =
    seconds < 120
      ? [seconds, 's', '秒']
      : seconds < 7_200
        ? [Math.ceil(seconds / 60), 'min', '分钟']
        : [Math.ceil(seconds / 3_600), 'h', '小时'];
  return `about ${String(count)} ${unit} left 约剩 ${String(count)} ${name}`;
};
