import type { ProgressShown } from './progress-lines.js';
import { showProgress } from './progress.js';

/** One progress bar after the other, in positions of a log. */
export const showSteps = <Step extends string>(labels: Readonly<Record<Step, string>>) => {
  let bar: ProgressShown | undefined;
  const end = () => {
    bar?.end();
    bar = undefined;
  };
  /** What to call as that step comes along. */
  const step = (name: Step) => {
    end();
    return (at: bigint, last: bigint) => {
      bar ??= showProgress(labels[name], Number(last) + 1);
      bar.to(Number(at) + 1);
    };
  };
  return { step, end };
};
