import { Alarms, type Alarm } from './alarms.js';
import type { Figure } from './figures.js';
import type { Log } from './log.js';
import { patiently } from './patiently.js';

/** What one look at something showed. */
export interface Seen {
  readonly figures: readonly Figure[];
  readonly alarms: readonly Alarm[];
}

/** Something that is looked at now and then. It throws, or is silent, when it cannot be seen. */
export type Sign = () => Promise<Seen>;

const EVERY_MS = 15_000;
const PATIENCE_MS = 2_000;
const NOTHING: Seen = { figures: [], alarms: [] };

/** Looks after the signs of a running process: whether anybody asks for them or not, alarms are told of in the log. */
export class VitalSigns {
  readonly #alarms: Alarms;
  readonly #seen = new Map<Sign, Seen>();
  #looking: Promise<readonly Figure[]> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly signs: readonly Sign[],
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

  /** Looks now, and answers the figures that could be seen. However many ask at once, it looks once. Never rejects. */
  look(): Promise<readonly Figure[]> {
    this.#looking ??= this.lookOnce().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** What cannot be seen now is as it was: an alarm is not over because nobody can look. */
  private async lookOnce(): Promise<readonly Figure[]> {
    const seen = await Promise.all(this.signs.map((sign) => patiently(sign, PATIENCE_MS)));
    this.signs.forEach((sign, index) => this.#seen.set(sign, seen[index] ?? this.#seen.get(sign) ?? NOTHING));
    this.#alarms.now([...this.#seen.values()].flatMap(({ alarms }) => alarms));
    return seen.flatMap((one) => one?.figures ?? []);
  }
}
