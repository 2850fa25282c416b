import type { Flaw } from './log-check.js';
import type { LogRecord } from './log-record.js';

/** Nothing was copied after this was seen: a source that is not whole, or a target that holds something else. */
export interface NotCopied extends Flaw {
  readonly outcome: 'source is not whole' | 'target differs';
}

export const differs = (position: bigint, reason: string): NotCopied => ({
  outcome: 'target differs',
  position,
  reason,
});

const SAME = [
  ...['entry', 'payload', 'stream', 'revision', 'type', 'eventId', 'recordedAt'],
  ...['commandKey', 'commandIndex', 'commandHash'],
] as readonly Exclude<keyof LogRecord, 'position'>[];

/** What of the copy is not what the source has there; everything but the position moves along. */
export const differing = (ours: LogRecord, theirs: LogRecord): NotCopied | undefined => {
  const name = SAME.find((field) => ours[field] !== theirs[field]);
  return (
    name &&
    differs(
      theirs.position,
      `the ${name} is not that of position ${String(ours.position)} of the source 与来源该位置的事件不一致`,
    )
  );
};
