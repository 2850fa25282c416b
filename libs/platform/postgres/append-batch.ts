import type { Prepared } from '#platform/event-store';
import { z } from 'zod';
import { byteaArray, int4Array, int8Array, jsonArray, textArray, utf8Array, uuidArray } from './binary-arrays.js';

/** What the append function said to one append of a batch. */
export interface Answer {
  readonly outcome: 'appended' | 'conflict' | 'repeated' | 'reused';
  /** Of the first event that was appended; for a conflict, how many events the stream holds. */
  readonly revision: bigint;
  /** Of the first event that was appended. */
  readonly position: bigint | undefined;
}

/** `rowMode: 'array'` spares a property name for each value of each row. */
const STATEMENT = {
  name: 'append',
  text: 'SELECT outcome, at_revision, at_position FROM log.append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
  rowMode: 'array',
} as const;

/** The query that writes a batch. */
export const appendBatch = (batch: readonly Prepared[]) => {
  const events = batch.flatMap((append) => append.events);
  return {
    ...STATEMENT,
    values: [
      textArray(batch.map(({ stream }) => stream)),
      int8Array(batch.map(({ expected }) => expected)),
      uuidArray(batch.map(({ commandKey }) => commandKey)),
      byteaArray(batch.map(({ commandHash }) => Buffer.from(commandHash, 'hex'))),
      int4Array(batch.map((append) => append.events.length)),
      textArray(events.map(({ type }) => type)),
      uuidArray(events.map(({ eventId }) => eventId)),
      jsonArray(events.map(({ payload }) => payload)),
      utf8Array(events.map(({ before }) => before)),
      utf8Array(events.map(({ after }) => after)),
    ],
  };
};

const int8 = z.string().transform(BigInt);
const Row = z.tuple([z.enum(['appended', 'conflict', 'repeated', 'reused']), int8, int8.nullable()]);

/** One answer for each append, from the rows that came back. */
export const answersOf = (rows: readonly unknown[]): readonly Answer[] =>
  rows.map((row) => {
    const [outcome, revision, position] = Row.parse(row);
    return { outcome, revision, position: position ?? undefined };
  });
