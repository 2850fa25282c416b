import type { Stream, TerritoryPath } from '#kernel';
import { territoryEvents, type TerritoryEvent } from './territory.events.js';
import type { Level } from './territory.words.js';

export interface StandingTerritory {
  readonly is: 'standing';
  readonly level: Level;
  readonly path: TerritoryPath;
  /** As it is entered: what a correction compares with. */
  readonly entry: { readonly name: string; readonly code?: string | undefined; readonly validFrom: string };
}

export type TerritoryState = { readonly is: 'new' } | StandingTerritory;

/** How a territory is folded. */
export const territoryStream: Stream<TerritoryState, TerritoryEvent> = {
  kind: 'territory',
  events: territoryEvents,
  initial: { is: 'new' },
  seenBy: ({ is }) => (is === 'new' ? undefined : 'everybody'),
  evolve: {
    TerritoryAdded: (_, { level, path, name, code, validFrom }) => ({
      is: 'standing',
      level,
      path,
      entry: { name, code, validFrom },
    }),
    TerritoryCorrected: (state, { name, code, validFrom }) =>
      state.is === 'new'
        ? state
        : {
            ...state,
            entry: {
              name: name ?? state.entry.name,
              code: code ?? state.entry.code,
              validFrom: validFrom ?? state.entry.validFrom,
            },
          },
  },
};
