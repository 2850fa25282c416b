import {
  BasisChanged,
  CommandReused,
  DamagedHistory,
  EventTooLarge,
  MAX_APPEND_BYTES,
  OutcomeUnknown,
  WrongVersion,
  type Appended,
  type Prepared,
} from '#platform/event-store';
import type { LogRecord } from '#platform/log-tools';
import type { AppendResult, EventData } from '@eventstore/db-client';
import type { Calls } from './calls.js';
import type { Claims } from './claims.js';
import { actualIn, faultOf, isClosed, unavailable } from './fault-of.js';
import type { Limits } from './limits.js';
import type { LogDamages } from './log-damages.js';
import type { RecordingClock } from './recording-clock.js';
import { eventData, preparedRecords } from './stored.js';
import { answerOf, type StreamReader } from './stream-reader.js';
import { pauseBefore, type Deadline } from './within.js';

interface Parts {
  readonly calls: Calls;
  readonly claims: Claims;
  readonly reader: StreamReader;
  readonly clock: RecordingClock;
  readonly damages: LogDamages;
  readonly limits: Pick<Limits, 'tries' | 'pauseMs' | 'longestPauseMs'>;
}

/** Carries out one append: claims its command, writes, and finds out what became of it when nobody says. */
export class Appending {
  constructor(private readonly parts: Parts) {}

  /**
   * Throws what the port says, or LogUnavailable or LogRefused when nothing was recorded. Settles within the
   * deadline.
   */
  async append(prepared: Prepared, deadline: Deadline): Promise<Appended> {
    const { claims, reader } = this.parts;
    const claim = await claims.claim(prepared, deadline);
    if (claim) {
      const isSame = claim.commandHash === prepared.commandHash && claim.stream === prepared.stream;
      if (!isSame) throw new CommandReused(prepared.commandId);
      const earlier = await reader.eventsOf(prepared.commandKey, claim, deadline).catch((error: unknown) => {
        throw new OutcomeUnknown(prepared.commandId, error);
      });
      const answer = answerOf(earlier, true);
      if (answer) return answer;
    }
    await this.look(prepared, deadline);
    return this.parts.clock.stamp((recordedAt) => {
      const records = preparedRecords(prepared, recordedAt);
      const entry = records[0]?.entry ?? '';
      return this.write({ prepared, events: records.map(eventData), entry, isFirst: !claim }, deadline);
    });
  }

  /**
   * Whether what this rests on is still as it was read. The server takes one stream at a time, so what changes between this look and
   * the write goes unseen: the window is one round trip.
   */
  private async look({ stream, reliesOn }: Prepared, deadline: Deadline): Promise<void> {
    const held = await Promise.all(reliesOn.map((one) => this.parts.reader.count(one.stream, deadline)));
    if (reliesOn.some(({ events }, index) => held[index] !== events)) throw new BasisChanged(stream);
  }

  private async write(one: Writing, deadline: Deadline): Promise<Appended> {
    const { prepared } = one;
    const { limits } = this.parts;
    let sent = false;
    let cause: unknown;
    for (let tries = 0; tries < limits.tries && deadline.left > 0; tries++) {
      await pauseBefore(tries, limits, deadline);
      const tried = await this.tryOnce(one, deadline);
      if (!('error' in tried)) return tried;
      cause = tried.error;
      throwDamage(cause);
      if (!sent) throwAnswer(one, cause);
      sent ||= faultOf(cause) !== 'unreached';
      const known = await this.reconcile(one, cause, deadline);
      if (known) return known;
    }
    throw sent ? new OutcomeUnknown(prepared.commandId, cause) : unavailable(cause);
  }

  private async tryOnce(one: Writing, deadline: Deadline): Promise<Appended | { readonly error: unknown }> {
    const { stream, expected } = one.prepared;
    try {
      const result = await this.parts.calls.append(stream, expected, one.events, deadline);
      this.goesOn(one.prepared, result);
      return await this.written(one, result.position?.commit, deadline);
    } catch (error) {
      return { error: isClosed(error) ? this.parts.damages.isClosed(stream) : error };
    }
  }

  /** A stream that was deleted softly takes a beginning, and counts on: what was written then stands in the wrong place. */
  private goesOn({ stream, expected, events }: Prepared, { nextExpectedRevision, position }: AppendResult): void {
    const due = expected + BigInt(events.length - 1);
    if (nextExpectedRevision !== due) throw this.parts.damages.counted(stream, nextExpectedRevision, position?.commit);
  }

  /** The server's success tells the place of one event; where there are more, or where it may be another's, the log is read. */
  private async written(one: Writing, position: bigint | undefined, deadline: Deadline) {
    const { prepared, isFirst } = one;
    const { stream, expected, events } = prepared;
    const [only] = events;
    if (isFirst && events.length === 1 && only && position !== undefined) {
      const { eventId, type } = only;
      return { stream, revision: expected, position, events: [{ eventId, type, position }], repeated: false };
    }
    const held = await this.parts.reader.from(stream, expected, events.length, deadline);
    const answer = answerOf(held, isOthers(one, held));
    if (!answer || held.length !== events.length) throw new Error(`${stream}: what was written cannot be read`);
    return answer;
  }

  /** What stands in the place of a write whose outcome is not known: this command, another one, or nothing that can be seen yet. */
  private async reconcile(one: Writing, error: unknown, deadline: Deadline): Promise<Appended | undefined> {
    const fault = faultOf(error);
    if (fault === 'unreached') return undefined;
    const { stream, expected, commandKey, events } = one.prepared;
    try {
      const held = await this.parts.reader.from(stream, expected, events.length, deadline);
      if (held[0]?.commandKey === commandKey) return answerOf(held, isOthers(one, held));
      if (!held[0] && fault !== 'conflict') return undefined;
      throw new WrongVersion(stream, expected, await this.parts.reader.count(stream, deadline));
    } catch (unread) {
      if (unread instanceof WrongVersion) throw unread;
      return undefined;
    }
  }
}

interface Writing {
  readonly prepared: Prepared;
  readonly events: EventData[];
  readonly entry: string;
  /** Whether nobody tried this command before. */
  readonly isFirst: boolean;
}

/** Another process wrote the same command at the same time, at another instant. */
const isOthers = ({ entry }: Writing, [first]: readonly LogRecord[]): boolean => first?.entry !== entry;

/** What was taken from a stream makes every later answer about it worthless. */
const throwDamage = (error: unknown): void => {
  if (error instanceof DamagedHistory) throw error;
};

/** The server's own answer to a write of which no try before it can have got through. */
const throwAnswer = ({ prepared, isFirst }: Writing, error: unknown): void => {
  const fault = faultOf(error);
  const { stream, expected, bytes, events } = prepared;
  const actual = actualIn(error);
  if (fault === 'conflict' && isFirst && actual !== undefined) throw new WrongVersion(stream, expected, actual);
  if (fault === 'too-large') throw new EventTooLarge(events[0]?.type ?? '', bytes, MAX_APPEND_BYTES);
  if (fault === 'refused') throw unavailable(error);
};
