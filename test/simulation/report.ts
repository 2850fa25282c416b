import { createHash } from 'node:crypto';
import type { AnyReactor, AnyTimer, AnyView, Occasion } from '#kernel';
import type { Outcome } from '#platform/decide';
import { commandKey, type StoredEvent } from '#platform/event-store';
import type { Parked } from '#platform/follow';
import type { RowVersion } from './versions.js';
import { dense, oneResultEach, policiesCarriedOut, promisesKept, viewIsReplay } from './kept.js';
import { timersKept } from './timers-kept.js';

export interface Watched {
  readonly views: readonly AnyView[];
  readonly policies: readonly AnyReactor[];
  readonly timers?: readonly AnyTimer[];
}

/** How a run ended: what it broke, what happened in it, and a digest that tells two runs apart. */
export interface Report {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly events: number;
  readonly crashes: number;
  readonly digest: string;
  readonly log: readonly StoredEvent[];
}

/** Who asked for what in a run, and what they were told became of it. */
export class Ledger {
  readonly #given = new Set<string>();
  readonly #promises = new Map<string, Outcome[]>();

  given(occasion: Occasion): Occasion {
    this.#given.add(commandKey(occasion));
    return occasion;
  }

  promised(occasion: Occasion, outcome: Outcome): Outcome {
    const key = commandKey(occasion);
    this.#promises.set(key, [...(this.#promises.get(key) ?? []), outcome]);
    return outcome;
  }

  /** What the log does not keep of it. */
  broken(log: readonly StoredEvent[], { policies, timers = [] }: Watched): readonly string[] {
    return [
      ...promisesKept(log, this.#promises),
      ...dense(log),
      ...oneResultEach(log, this.#promises, this.#given),
      ...policiesCarriedOut(policies, log, this.#promises),
      ...timersKept(timers, log, this.#promises),
    ];
  }
}

/** A run that is over, as it is to be judged. */
interface Finished {
  readonly seed: number;
  readonly watched: Watched;
  /** Whether everything caught up in time. */
  readonly settled: boolean;
  readonly ledger: Ledger;
  readonly log: readonly StoredEvent[];
  readonly waiting: readonly Parked[];
  readonly rowsOf: (view: AnyView) => readonly RowVersion[];
  readonly crashes: number;
  readonly endedAt: number;
}

export const reportOn = (run: Finished): Report => {
  const { seed, watched, settled, ledger, log, waiting, rowsOf, crashes, endedAt } = run;
  const broken = [
    ...(settled ? [] : ['it never came to rest']),
    ...waiting.map(({ follower, stream, error }) => `${follower} waits for ${stream}: ${error}`),
    ...ledger.broken(log, watched),
    ...watched.views.flatMap((view) => viewIsReplay(view, log, rowsOf(view))),
  ];
  const digest = createHash('sha256');
  for (const { entry } of log) digest.update(entry);
  digest.update(String(endedAt));
  return { seed, broken, events: log.length, crashes, digest: digest.digest('hex'), log };
};
