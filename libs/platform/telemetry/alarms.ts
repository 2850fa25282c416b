import { bilingual, type Text } from '#kernel';
import type { Log } from './log.js';

/** Something that an operator should look into while requests are still served. */
export interface Alarm {
  /** A stable word that monitors may wait for, such as `open-transaction`. */
  readonly name: string;
  /** Which one of several: each is told of once. */
  readonly of: string;
  readonly text: Text;
  /** What is told to the log besides: ids, codes and metrics, never what somebody typed. */
  readonly facts: Readonly<Record<string, unknown>>;
}

const keyOf = ({ name, of }: Alarm) => `${name} ${of}`;

/** Tells of each alarm once when it begins, and once when it is over. */
export class Alarms {
  #standing: ReadonlyMap<string, Alarm> = new Map();

  constructor(private readonly log: Log) {}

  /** What stands, by name, each once. */
  get names(): readonly string[] {
    return [...new Set([...this.#standing.values()].map(({ name }) => name))];
  }

  /** What stands, each with what is told of it. */
  get standing(): readonly Alarm[] {
    return [...this.#standing.values()];
  }

  /** Says that these alarms stand now, and no others. */
  now(alarms: readonly Alarm[]): void {
    const before = this.#standing;
    this.#standing = new Map(alarms.map((alarm) => [keyOf(alarm), alarm]));
    for (const [key, { name, facts, text }] of this.#standing) {
      if (!before.has(key)) this.log.warn({ alarm: name, ...facts }, bilingual(text));
    }
    for (const [key, { name, of }] of before) {
      if (!this.#standing.has(key)) this.log.info({ alarm: name, of }, 'an alarm is over 告警解除');
    }
  }
}
