import type { Stream, TerritoryPath } from '#kernel';
import { territoryEvents, type TerritoryEvent } from './territory.events.js';
import type { Level } from './territory.words.js';

export type TerritoryState =
  { readonly is: 'new' } | { readonly is: 'standing'; readonly level: Level; readonly path: TerritoryPath };

/** How a territory is folded. */
export const territoryStream: Stream<TerritoryState, TerritoryEvent> = {
  kind: 'territory',
  events: territoryEvents,
  initial: { is: 'new' },
  seenBy: ({ is }) => (is === 'new' ? undefined : 'everybody'),
  evolve: { TerritoryAdded: (_, { level, path }) => ({ is: 'standing', level, path }) },
};
