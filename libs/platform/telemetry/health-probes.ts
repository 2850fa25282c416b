import { Alarms, type Alarm } from './alarms.js';
import type { Metric } from './metrics.js';
import type { Log } from './log.js';
import { patiently } from './patiently.js';

/** What one look at something showed. */
export interface Seen {
  readonly metrics: readonly Metric[];
  readonly alarms: readonly Alarm[];
}

/** Something that is looked at now and then. It throws, or is silent, when it cannot be seen. */
export type Probe = () => Promise<Seen>;

const EVERY_MS = 15_000;
const PATIENCE_MS = 2_000;
const NOTHING: Seen = { metrics: [], alarms: [] };

/** Looks after the probes of a running process: whether anybody asks for them or not, alarms are told of in the log. */
export class HealthProbes {
  readonly #alarms: Alarms;
  readonly #seen = new Map<Probe, Seen>();
  #looking: Promise<readonly Metric[]> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly probes: readonly Probe[],
    log: Log,
  ) {
    this.#alarms = new Alarms(log);
  }

  /** Looks every fifteen seconds until `stop`. */
  start(): void {
    this.#timer ??= setInterval(() => void this.look(), EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** The names of the alarms that stood at the last look. */
  get alarms(): readonly string[] {
    return this.#alarms.names;
  }

  /** The alarms that stood at the last look. */
  get standing(): readonly Alarm[] {
    return this.#alarms.standing;
  }

  /** Looks now, and answers the metrics that could be seen. However many ask at once, it looks once. Never rejects. */
  look(): Promise<readonly Metric[]> {
    this.#looking ??= this.lookOnce().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** What cannot be seen now is as it was: an alarm is not over because nobody can look. */
  private async lookOnce(): Promise<readonly Metric[]> {
    const seen = await Promise.all(this.probes.map((probe) => patiently(probe, PATIENCE_MS)));
    this.probes.forEach((probe, index) => this.#seen.set(probe, seen[index] ?? this.#seen.get(probe) ?? NOTHING));
    this.#alarms.now([...this.#seen.values()].flatMap(({ alarms }) => alarms));
    return seen.flatMap((one) => one?.metrics ?? []);
  }
}
