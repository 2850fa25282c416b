import { Presets, SingleBar } from 'cli-progress';
import { progressLines } from './progress-lines.js';

/** Progress as it is shown on standard error: a bar on a terminal, elsewhere a line now and then. */
export interface ProgressShown {
  /** How much is done by now, and how much there is if that has changed. */
  to(done: number, total?: number): void;
  end(): void;
}

/** A bar with rate and remaining time; `label` says what is being done. */
export const showProgress = (label: string, total: number): ProgressShown => {
  if (!process.stderr.isTTY) return progressLines(label, total, { write: console.error, now: () => performance.now() });
  const format = `${label} {bar} {percentage} % {value}/{total} {eta_formatted} left 剩余`;
  const bar = new SingleBar({ format, hideCursor: true, etaBuffer: 50 }, Presets.shades_classic);
  bar.start(total, 0);
  return {
    to: (done, now) => {
      if (now !== undefined) bar.setTotal(now);
      bar.update(done);
    },
    end: () => {
      bar.stop();
    },
  };
};
