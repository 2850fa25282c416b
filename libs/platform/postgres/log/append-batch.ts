import type { Prepared, PreparedEvent } from '#platform/event-store';
import { byteaArray, int4Array, int8Array, jsonArray, textArray, uuidArray } from './binary-arrays.js';

/** What the log said to one append of a batch. */
export interface Answer {
  readonly outcome: 'appended' | 'conflict' | 'repeated' | 'reused';
  /** The revision of the first event that was appended; for a conflict, how many events the stream holds. */
  readonly revision: bigint;
  /** The position of the first event that was appended. */
  readonly position: bigint | undefined;
}

/** Answers are left as the text they travel in: a row and a parser for each append would cost more than reading them. */
const PLAIN = { rowMode: 'array', types: { getTypeParser: () => String } } as const;
const TOGETHER = {
  ...PLAIN,
  name: 'append together',
  text: 'SELECT log.append_together($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
};
const ONE = {
  ...PLAIN,
  name: 'append one',
  text: 'SELECT log.append_one($1, $2, $3, $4, $5, $6, $7, $8, $9)',
};
const EACH = {
  ...PLAIN,
  name: 'append each',
  text: 'SELECT outcomes, revisions, positions FROM log.append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
};

const TOGETHER_RELYING = {
  ...PLAIN,
  name: 'append together, relying',
  text: 'SELECT log.append_together_relying($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)',
};
const EACH_RELYING = {
  ...PLAIN,
  name: 'append each, relying',
  text: `SELECT outcomes, revisions, positions
    FROM log.append_events_relying($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};

/** The query that appends a whole batch, or nothing of it. */
export const appendTogether = (batch: readonly Prepared[]) => {
  if (isRelying(batch)) return appendMany(batch);
  const [append, ...others] = batch;
  const [event, ...more] = append?.events ?? [];
  return append && event && others.length + more.length === 0 ? appendOne(append, event) : appendMany(batch);
};

const appendOne = (append: Prepared, { type, eventId, payload, before, after }: PreparedEvent) => ({
  ...ONE,
  values: [
    ...[append.stream, String(append.expected), append.commandKey, Buffer.from(append.commandHash, 'hex')],
    ...[type, eventId, payload, before, after],
  ],
});

const appendMany = (batch: readonly Prepared[]) => {
  const owners: number[] = [];
  const indexes: number[] = [];
  for (const [owner, { events }] of batch.entries()) {
    for (let index = 0; index < events.length; index++) {
      owners.push(owner + 1);
      indexes.push(index);
    }
  }
  const values = [...ofAppends(batch), int4Array(owners), int4Array(indexes), ...ofEvents(batch)];
  return isRelying(batch) ? { ...TOGETHER_RELYING, values: [...ofRelied(batch), ...values] } : { ...TOGETHER, values };
};

/** The query that decides about each append of a batch, and appends those that can be. */
export const appendEach = (batch: readonly Prepared[]) => {
  const counts = batch.map(({ events }) => events.length);
  const values = [...ofAppends(batch), int4Array(counts), ...ofEvents(batch)];
  return isRelying(batch) ? { ...EACH_RELYING, values: [...ofRelied(batch), ...values] } : { ...EACH, values };
};

const isRelying = (batch: readonly Prepared[]): boolean => batch.some(({ reliesOn }) => reliesOn.length > 0);

/** What appends of a batch rest on, each with the number of its append, from 1. */
const ofRelied = (batch: readonly Prepared[]) => {
  const relied = batch.flatMap(({ reliesOn }, index) => reliesOn.map((one) => ({ ...one, owner: index + 1 })));
  return [
    int4Array(relied.map(({ owner }) => owner)),
    textArray(relied.map(({ stream }) => stream)),
    int8Array(relied.map(({ events }) => events)),
  ];
};

const ofAppends = (batch: readonly Prepared[]) => [
  textArray(batch.map(({ stream }) => stream)),
  int8Array(batch.map(({ expected }) => expected)),
  uuidArray(batch.map(({ commandKey }) => commandKey)),
  byteaArray(batch.map(({ commandHash }) => commandHash)),
];

const ofEvents = (batch: readonly Prepared[]) => {
  const events = batch.flatMap((append) => append.events);
  return [
    textArray(events.map(({ type }) => type)),
    uuidArray(events.map(({ eventId }) => eventId)),
    jsonArray(events.map(({ payload }) => payload)),
    textArray(events.map(({ before }) => before)),
    textArray(events.map(({ after }) => after)),
  ];
};

/** The answers when all was appended; undefined when nothing was. */
export const answersTogether = (
  batch: readonly Prepared[],
  rows: readonly unknown[],
): readonly Answer[] | undefined => {
  const [row] = rows;
  const first: unknown = Array.isArray(row) ? row[0] : undefined;
  if (typeof first !== 'string') return undefined;
  let position = BigInt(first);
  return batch.map(({ expected, events }) => {
    const answer: Answer = { outcome: 'appended', revision: expected, position };
    position += BigInt(events.length);
    return answer;
  });
};
