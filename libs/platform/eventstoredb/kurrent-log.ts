import type { After, TestClock } from '#platform/event-store';
import { ClockCannotBeSet, type LogRecord, type LogTarget, type Noticed } from '#platform/log-tools';
import { readAddress } from './address.js';
import { Calls } from './calls.js';
import { Claims } from './claims.js';
import { markClock, markedClock } from './clock-mark.js';
import { LogRefused } from './errors.js';
import { faultOf, reasonOf, unavailable } from './fault-of.js';
import { logIdentity } from './identity.js';
import { LIMITS, type Limits } from './limits.js';
import { LogDamages } from './log-damages.js';
import { LogReader } from './log-reader.js';
import { eventData } from './stored.js';
import { StreamReader } from './stream-reader.js';
import { Deadline, pauseBefore } from './within.js';

/** How many commands are claimed ahead of those whose events are written. */
const AHEAD = 100;

/**
 * A log in KurrentDB as it is stored, to be read, or to take another log's records: one command after the other, each claimed like
 * a new one, so that an application on this log knows them all. Nobody else may write to it meanwhile.
 */
export class KurrentLog implements LogTarget {
  readonly #limits: Limits;
  readonly #calls: Calls;
  readonly #claims: Claims;
  readonly #streams: StreamReader;
  readonly #damages = new LogDamages();
  readonly #log: LogReader;

  /** Throws BadAddress for a connection string that it will not use. */
  constructor(url: string, limits: Partial<Limits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
    this.#calls = new Calls(readAddress(url), this.#limits);
    this.#claims = new Claims(this.#calls, this.#limits);
    this.#streams = new StreamReader(this.#calls, this.#damages);
    this.#log = new LogReader(this.#calls, this.#claims, this.#streams, this.#damages);
  }

  identity(): Promise<string> {
    return logIdentity(this.#calls, this.#limits);
  }

  async testClock(): Promise<TestClock | undefined> {
    return (await markedClock(this.#calls, () => new Date()))?.reading();
  }

  async startTestClock(from: string): Promise<void> {
    if ((await this.head()) !== 'start') throw new ClockCannotBeSet(new Error('the log holds events'));
    await markClock(this.#calls, from, this.#limits);
  }

  head(): Promise<After> {
    return this.#log.head();
  }

  records(after: After, limit: number): Promise<readonly LogRecord[]> {
    return this.#log.all({ after, limit });
  }

  noticed(): Noticed {
    return { damages: this.#damages.known.all, warnings: this.#damages.access.warnings };
  }

  /** Takes records that `LogCheck` found whole. Throws when a stream holds something else, or LogUnavailable: repeat it then. */
  async put(records: readonly LogRecord[]): Promise<void> {
    const commands = commandsIn(records);
    const claimed = commands.slice(0, AHEAD).map((command) => this.claim(command[0]));
    for (const [place, command] of commands.entries()) {
      await claimed[place];
      // One by one from here on: what they cost is paid while the server is busy with the events.
      claimed.push(...commands.slice(place + AHEAD, place + AHEAD + 1).map(([first]) => this.claim(first)));
      await this.putCommand(command);
    }
  }

  close(): Promise<void> {
    return this.#calls.close();
  }

  private async putCommand(command: readonly LogRecord[]): Promise<void> {
    const deadline = new Deadline(this.#limits.appendMs);
    for (let tries = 0; ; tries++) {
      await pauseBefore(tries, this.#limits, deadline);
      const error = await this.tryPut(command, deadline);
      if (error === undefined || (await this.holds(command, deadline))) return;
      if (['refused', 'too-large'].includes(faultOf(error))) throw new LogRefused(reasonOf(error), error);
      if (tries + 1 >= this.#limits.tries || deadline.left === 0) throw unavailable(error);
    }
  }

  /**
   * The order of claims means nothing, and one without its events is what a try leaves that broke off: they go ahead, side by side. What
   * goes wrong with one is heard of when its turn comes.
   */
  private claim(first: LogRecord | undefined): Promise<void> {
    const claiming = this.claimOne(first);
    claiming.catch(() => undefined);
    return claiming;
  }

  private async claimOne(first: LogRecord | undefined): Promise<void> {
    if (first?.commandHash === undefined) throw new Error('the first event of a command is missing');
    const { stream, revision: expected, commandKey, commandHash } = first;
    const deadline = new Deadline(this.#limits.appendMs);
    const claim = await this.#claims.claim({ commandKey, commandHash, stream, expected }, deadline);
    if (!claim || (claim.commandHash === commandHash && claim.stream === stream)) return;
    throw new Error(`${stream} ${String(expected)}: its command was claimed for something else`);
  }

  /** Undefined, or what went wrong. */
  private async tryPut(command: readonly LogRecord[], deadline: Deadline): Promise<unknown> {
    const [first] = command;
    try {
      if (first) await this.#calls.append(first.stream, first.revision, command.map(eventData), deadline);
      return undefined;
    } catch (error) {
      return error;
    }
  }

  /** Whether the log holds just these; throws when it holds others in their place. */
  private async holds(command: readonly LogRecord[], deadline: Deadline): Promise<boolean> {
    const [first] = command;
    if (!first) return true;
    const { stream, revision } = first;
    const held = await this.#streams.from(stream, revision, command.length, deadline).catch(() => []);
    if (held.some(({ entry }, index) => entry !== command[index]?.entry)) {
      throw new Error(`${stream} ${String(revision)}: the log holds something else there`);
    }
    return held.length === command.length;
  }
}

/** Records by their commands, whose events stand together. */
const commandsIn = (records: readonly LogRecord[]): readonly (readonly LogRecord[])[] => {
  const commands: LogRecord[][] = [];
  for (const record of records) {
    const command = commands.at(-1);
    if (command && record.commandIndex > 0) command.push(record);
    else commands.push([record]);
  }
  return commands;
};
