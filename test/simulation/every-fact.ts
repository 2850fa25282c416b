import { decode, keysIn, kindOf, type AnyView, type Catalogue } from '#kernel';
import { valuesOf } from '#kernel/testing';
import type { StoredEvent } from '#platform/event-store';
import fc from 'fast-check';
import { the } from './town.js';

type Wanted = (catalogue: Catalogue, event: StoredEvent) => boolean;

/** How often something is made up before it is given up that it could be what is wanted. */
const TRIES = 100;

const changes =
  (view: AnyView): Wanted =>
  (catalogue, event) =>
    keysIn(view, decode(catalogue, event), event).length > 0;

/** What has to have happened: every fact of every kind, and for every fold of a view one that changes a row of it. */
const wantedOf = (catalogues: ReadonlyMap<string, Catalogue>, views: readonly AnyView[]) => [
  ...[...catalogues.values()].flatMap((catalogue) =>
    Object.keys(catalogue.facts).map((type) => ({ catalogue, type, is: (): boolean => true })),
  ),
  ...views.flatMap((view) =>
    view.of.flatMap((catalogue: Catalogue) =>
      Object.entries(view.on[catalogue.kind] ?? {}).flatMap(([type, fold]) =>
        fold === 'ignore' ? [] : [{ catalogue, type, is: changes(view) }],
      ),
    ),
  ),
];

/**
 * A log that goes on until every fact of every kind has happened in it, and every fold of these views has something to fold: what
 * chance did not bring about follows at the end, made up, each in a stream of its own.
 */
export const withEveryFact = (
  log: readonly StoredEvent[],
  catalogues: ReadonlyMap<string, Catalogue>,
  views: readonly AnyView[],
): readonly StoredEvent[] => {
  const last = log.at(-1);
  if (!last) throw new Error('nothing has happened');
  const all = [...log];
  for (const { catalogue, type, is } of wantedOf(catalogues, views)) {
    const isIt = (event: StoredEvent) =>
      kindOf(event.stream) === catalogue.kind && event.type === type && is(catalogue, event);
    if (all.some(isIt)) continue;
    const fact = catalogue.facts[type];
    if (!fact) throw new Error(`${catalogue.kind} has no ${type}`);
    const index = all.length - log.length;
    const made = fc.sample(valuesOf(fact.schema), { numRuns: TRIES, seed: 1 }).map((data): StoredEvent => ({
      ...last,
      ...{ stream: the(catalogue.kind, 1_000 + index), type, schemaVersion: fact.version, revision: 0n },
      position: last.position + BigInt(index) + 1n,
      eventId: the('event', index).slice('event-'.length),
      data: data as StoredEvent['data'],
    }));
    const one = made.find(isIt);
    if (!one) throw new Error(`no ${type} could be made up that changes what it should`);
    all.push(one);
  }
  return all;
};
