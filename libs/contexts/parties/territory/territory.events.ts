import { aTerritoryPath, eventsOf, fact, personal, shapeOf, type EventOf } from '#kernel';
import { territoryCommands } from './territory.commands.js';

const { validFrom, ...place } = shapeOf(territoryCommands.declared.AddTerritory.takes);

/** Every fact that a `territory-…` stream can hold. */
export const territoryEvents = eventsOf('territory', {
  TerritoryAdded: fact('Territory added', '地域已建立', {
    ...place,
    path: aTerritoryPath(),
    validFrom,
  }),
  /** Not another name from now on: the entry was wrong. */
  TerritoryCorrected: fact('Territory entry corrected', '地域登记已更正', {
    ...shapeOf(territoryCommands.declared.CorrectTerritory.takes),
    reason: personal(),
  }),
});

export type TerritoryEvent = EventOf<typeof territoryEvents>;
