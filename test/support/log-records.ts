import { createHash } from 'node:crypto';
import type { Id } from '#kernel';
import { prepare } from '#platform/event-store';
import type { LogRecord } from '#platform/log-tools';

const RECORDED_AT = '2022-03-31T09:00:00.000Z';
const commandId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/**
 * A log as it would be stored, made without a store: for each line one command, of that many events, in that stream, recorded at
 * that time. The same every time.
 */
export const recordsOf = (
  commands: readonly (readonly [stream: Id, events: number, recordedAt?: string])[],
): LogRecord[] => {
  const held = new Map<Id, bigint>();
  const records: LogRecord[] = [];
  for (const [n, [stream, count, recordedAt = RECORDED_AT]] of commands.entries()) {
    const expected = held.get(stream) ?? 0n;
    held.set(stream, expected + BigInt(count));
    const occasion = {
      actorId: 'person-00000000-0000-4000-8000-000000000001',
      occurredAt: RECORDED_AT,
      commandId: commandId(n),
      correlationId: commandId(n),
      source: 'web',
    } as const;
    const commandHash = createHash('sha256').update(String(n)).digest('hex');
    const events = Array.from({ length: count }, (_, at) => ({
      type: 'ThingHappened',
      schemaVersion: 1,
      data: { n, at },
    }));
    const prepared = prepare({ stream, expected, occasion, commandHash, events });
    for (const [index, { type, eventId, payload, before, after }] of prepared.events.entries()) {
      records.push({
        ...{
          position: BigInt(records.length),
          stream,
          revision: expected + BigInt(index),
          type,
          eventId,
          recordedAt,
          payload: payload.toString(),
        },
        ...{ commandKey: prepared.commandKey, commandIndex: index, commandHash: index === 0 ? commandHash : undefined },
        entry: `${before}${recordedAt}${after}`,
      });
    }
  }
  return records;
};
