import { failureText } from '#platform/telemetry';

/** npm passes the terminal's Ctrl-C on once more; that is not a second press. */
const ONE_PRESS_MS = 500;

/** Ends the process in order at SIGTERM or Ctrl-C, with exit code 0; at once when asked a second time. */
export const endOnSignal = (end: () => Promise<void>) => {
  let asked: number | undefined;
  const onSignal = () => {
    if (asked !== undefined && performance.now() - asked > ONE_PRESS_MS) process.exit(1);
    if (asked !== undefined) return;
    asked = performance.now();
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(failureText(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
};
