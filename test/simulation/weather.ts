import type { Chance } from './chance.js';

/** How unfriendly a run is. Probabilities are for each operation. */
export interface Weather {
  readonly latencyMs: number;
  /** An operation now and then takes this much longer: a pause of the collector, a resent packet. */
  readonly hiccupMs: number;
  readonly hiccup: number;
  /** The connection breaks before the operation arrives, or after it was carried out. */
  readonly lost: number;
  readonly crash: number;
  /** How often the same request is sent to two processes. */
  readonly duplicate: number;
}

export const CALM: Weather = { latencyMs: 5, hiccupMs: 0, hiccup: 0, lost: 0, crash: 0, duplicate: 0 };

/** Some runs are calm, some are stormy, and each in its own way. */
export const weatherOf = (chance: Chance): Weather => ({
  latencyMs: chance.pick([2, 20, 200]),
  hiccupMs: chance.pick([100, 3_000, 20_000]),
  hiccup: chance.pick([0, 0.01, 0.05]),
  lost: chance.pick([0, 0.02, 0.1, 0.2]),
  crash: chance.pick([0, 0.001, 0.01]),
  duplicate: chance.pick([0, 0.1, 0.5]),
});
