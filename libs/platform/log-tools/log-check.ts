import { canonical, parseEntry, commandKey, eventIdOf, sha256Hex } from '#platform/event-store';
import { failureLine } from '#platform/telemetry';
import type { LogRecord } from './log-record.js';
import { SeenKeys } from './seen-keys.js';

/** What is wrong with a log, and where: an answer, not an accident. */
export interface Flaw {
  readonly position: bigint;
  readonly reason: string;
}

export interface LogRules {
  /** Positions count from 0 without a gap and no time steps back: what a log promises whose writers all take one lock. */
  readonly isDense: boolean;
}

/**
 * Checks that records, given one by one from the start of a log, are a whole one: positions in order, revisions from 0 without
 * a gap in each stream, the events of a command together and every command once, and every entry canonical and saying what
 * stands beside it, down to the SHA-256 of the payload. Pure: it asks nobody. Holds about 100 bytes for each stream and 16 for
 * each command.
 */
export class LogCheck {
  readonly #revisions = new Map<string, bigint>();
  readonly #commands = new SeenKeys();
  #last: LogRecord | undefined;
  #timeSteps = 0;

  constructor(private readonly rules: LogRules) {}

  /** How often a time of recording was earlier than the one before it: possible where writers have clocks of their own. */
  get timeSteps(): number {
    return this.#timeSteps;
  }

  /** The next record. Answers the first thing that is wrong with it, and goes on from there: what comes next is to follow it. */
  add(record: LogRecord): Flaw | undefined {
    const reason = this.placeFlaw(record) ?? this.timeFlaw(record) ?? this.commandFlaw(record) ?? recordFlaw(record);
    this.#revisions.set(record.stream, record.revision);
    this.#last = record;
    return reason === undefined ? undefined : { position: record.position, reason };
  }

  private placeFlaw(record: LogRecord): string | undefined {
    const flaws = [this.gap(record), this.hole(record)].filter((flaw) => flaw !== undefined);
    return flaws.length > 0 ? flaws.join('; ') : undefined;
  }

  private gap({ position }: LogRecord): string | undefined {
    const before = this.#last?.position ?? -1n;
    const isNext = this.rules.isDense ? position === before + 1n : position > before;
    return isNext ? undefined : `follows position ${String(before)}, with a gap or twice 位置不连续或重复`;
  }

  private hole({ stream, revision }: LogRecord): string | undefined {
    const expected = (this.#revisions.get(stream) ?? -1n) + 1n;
    if (revision === expected) return undefined;
    return `${stream} has revision ${String(revision)} here, not ${String(expected)} 版本应为 ${String(expected)}`;
  }

  private timeFlaw({ recordedAt }: LogRecord): string | undefined {
    const earlier = this.#last?.recordedAt ?? '';
    if (recordedAt >= earlier) return undefined;
    this.#timeSteps += 1;
    return this.rules.isDense
      ? `recorded at ${recordedAt}, before the one before it (${earlier}) 登记时间早于前一事件`
      : undefined;
  }

  private commandFlaw(record: LogRecord): string | undefined {
    const { commandKey, commandIndex, commandHash } = record;
    if ((commandIndex === 0) !== HASH.test(commandHash ?? '')) return FIRST_ALONE;
    if (commandIndex === 0)
      return this.#commands.add(commandKey) ? undefined : `command ${commandKey} came before 该操作已有记录`;
    if (this.#last && goesOn(this.#last, record)) return undefined;
    return `event ${String(commandIndex)} of command ${commandKey} stands apart from the one before it 同一操作的事件不相连`;
  }
}

const goesOn = (last: LogRecord, { commandKey, commandIndex, stream }: LogRecord): boolean =>
  last.commandKey === commandKey && last.commandIndex === commandIndex - 1 && last.stream === stream;

const HASH = /^[0-9a-f]{64}$/;
const FIRST_ALONE = 'only the first event of a command has its hash 只有操作的首个事件带有摘要';

/** What a record says that its own texts do not. */
export const recordFlaw = (record: LogRecord): string | undefined => {
  try {
    if (canonical(JSON.parse(record.payload)) !== record.payload)
      return 'its payload is not canonical 内容不是规范格式';
    if (canonical(JSON.parse(record.entry)) !== record.entry) return 'its entry is not canonical 条目不是规范格式';
    return disagreement(record);
  } catch (error) {
    return `its entry or payload cannot be read 条目或内容无法读取: ${failureLine(error)}`;
  }
};

const disagreement = (record: LogRecord): string | undefined => {
  const entry = parseEntry(record.entry);
  const { stream, type, recordedAt, commandKey: key, commandIndex: index } = record;
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['event id', entry.eventId, record.eventId],
    ['stream', entry.stream, stream],
    ['version', BigInt(entry.streamVersion), record.revision + 1n],
    ['type', entry.type, type],
    ['time of recording', entry.recordedAt, recordedAt],
    ['payload digest', entry.payloadSha256, sha256Hex(record.payload)],
    ['command', commandKey(entry), key],
    ['event id derived from its command', entry.eventId, eventIdOf(key, index)],
  ];
  const differing = pairs.find(([, inEntry, beside]) => inEntry !== beside);
  if (!differing) return undefined;
  const [what, inEntry, beside] = differing;
  return `the ${what} in its entry is ${String(inEntry)}, beside it ${String(beside)} 条目与旁列字段不一致`;
};
