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

/** One row of arrays, left as the text they travel in: a row and a parser for each append would cost more than reading them. */
const STATEMENT = {
  name: 'append',
  text: 'SELECT outcomes, revisions, positions FROM log.append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
  rowMode: 'array',
  types: { getTypeParser: () => String },
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

const Columns = z.tuple([z.tuple([z.string(), z.string(), z.string()])]);
const Outcome = z.enum(['appended', 'conflict', 'repeated', 'reused']);
const Position = z.string().transform((text) => (text === 'NULL' ? undefined : BigInt(text)));

/** One answer for each append, from the row that came back: neither a number nor a word of ours is ever quoted in an array. */
export const answersOf = (rows: readonly unknown[]): readonly Answer[] => {
  const [columns] = Columns.parse(rows);
  const [outcomes = [], revisions = [], positions = []] = columns.map((array) => array.slice(1, -1).split(','));
  return outcomes.map((outcome, index) => ({
    outcome: Outcome.parse(outcome),
    revision: BigInt(revisions[index] ?? ''),
    position: Position.parse(positions[index]),
  }));
};
