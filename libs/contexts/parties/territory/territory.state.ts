import type { Stream, TerritoryPath } from '#kernel';
import { renamed, type Called } from '../english-name.js';
import { territoryEvents, type TerritoryEvent } from './territory.events.js';
import type { Level } from './territory.words.js';

export interface StandingTerritory {
  readonly is: 'standing';
  readonly level: Level;
  readonly path: TerritoryPath;
  /** As it is entered: what a correction compares with. */
  readonly entry: Called & { readonly code?: string | undefined; readonly validFrom: string };
}

export type TerritoryState = { readonly is: 'new' } | StandingTerritory;

/** How a territory is folded. */
export const territoryStream: Stream<TerritoryState, TerritoryEvent> = {
  kind: 'territory',
  events: territoryEvents,
  initial: { is: 'new' },
  seenBy: ({ is }) => (is === 'new' ? undefined : 'everybody'),
  evolve: {
    TerritoryAdded: (_, { level, path, name, nameEn, code, validFrom }) => ({
      is: 'standing',
      level,
      path,
      entry: { name, ...(nameEn !== undefined && { nameEn }), code, validFrom },
    }),
    TerritoryCorrected: (state, { code, validFrom, ...said }) =>
      state.is === 'new'
        ? state
        : {
            ...state,
            entry: {
              ...renamed(state.entry, said),
              code: code ?? state.entry.code,
              validFrom: validFrom ?? state.entry.validFrom,
            },
          },
  },
};
