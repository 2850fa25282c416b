import { kindOf, type Catalogue } from '#kernel';
import { valuesOf } from '#kernel/testing';
import type { StoredEvent } from '#platform/event-store';
import fc from 'fast-check';
import { the } from './town.js';

/**
 * A log that goes on until every fact of every kind has happened in it: what chance did not bring about follows at the end, made up,
 * each in a stream of its own.
 */
export const withEveryFact = (log: readonly StoredEvent[], catalogues: Iterable<Catalogue>): readonly StoredEvent[] => {
  const last = log.at(-1);
  if (!last) throw new Error('nothing has happened');
  const happened = new Set(log.map(({ stream, type }) => `${kindOf(stream)} ${type}`));
  const missing = [...catalogues].flatMap(({ kind, facts }) =>
    Object.entries(facts)
      .filter(([type]) => !happened.has(`${kind} ${type}`))
      .map(([type, { schema, version }]) => ({ kind, type, schema, version })),
  );
  const made = missing.map(({ kind, type, schema, version }, index): StoredEvent => {
    const [data] = fc.sample(valuesOf(schema), { numRuns: 1, seed: 1 });
    const stream = the(kind, 1_000 + index);
    return {
      ...last,
      ...{ stream, type, schemaVersion: version, revision: 0n, position: last.position + BigInt(index) + 1n },
      eventId: the('event', index).slice('event-'.length),
      data: data as StoredEvent['data'],
    };
  });
  return [...log, ...made];
};
