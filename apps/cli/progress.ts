import { Presets, SingleBar } from 'cli-progress';
import { progressLines, type ProgressShown } from './progress-lines.js';

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
