import type { LogRecord } from '#platform/log-tools';

/** The columns of `copyLine`, in its order. */
export const COPIED_COLUMNS =
  'position, stream, revision, type, event_id, command_key, command_index, command_hash, recorded_at, data, entry';

/** One event as a line of COPY's text format, at a position of the log it goes into. */
export const copyLine = (record: LogRecord, position: bigint): string => {
  const { stream, revision, type, eventId, commandKey, commandIndex, commandHash, recordedAt, payload, entry } = record;
  const hash = commandHash === undefined ? NULL : bytes(Buffer.from(commandHash, 'hex'));
  const texts = [
    eventId,
    commandKey,
    String(commandIndex),
    hash,
    recordedAt,
    escaped(payload),
    bytes(Buffer.from(entry)),
  ];
  return `${[String(position), escaped(stream), String(revision), escaped(type), ...texts].join('\t')}\n`;
};

const NULL = '\\N';

/** What has a meaning of its own in the text format (PostgreSQL, COPY, "Text Format"). */
const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');

const bytes = (value: Buffer): string => `\\\\x${value.toString('hex')}`;
