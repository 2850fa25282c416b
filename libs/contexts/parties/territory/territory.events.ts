import { aTerritoryPath, eventsOf, fact, shapeOf, type EventOf } from '#kernel';
import { territoryCommands } from './territory.commands.js';

const { validFrom, ...place } = shapeOf(territoryCommands.declared.AddTerritory.takes);

/** Every fact that a `territory-…` stream can hold. */
export const territoryEvents = eventsOf('territory', {
  TerritoryAdded: fact('Territory added', '地域已建立', {
    ...place,
    path: aTerritoryPath(),
    validFrom,
  }),
});

export type TerritoryEvent = EventOf<typeof territoryEvents>;
