import { anId, aTerritoryPath, eventsOf, fact, shapeOf, type EventOf } from '#kernel';
import { personCommands } from './person.commands.js';

const { HoldPost, LeavePost, RegisterPerson } = personCommands.declared;

/** Every fact that a `person-…` stream can hold. Periods are half-open: from this instant until just before that one. */
export const personEvents = eventsOf('person', {
  PersonRegistered: fact('Person registered', '人员已登记', shapeOf(RegisterPerson.takes)),
  PostHeld: fact('Post held', '人员任职', {
    ...shapeOf(HoldPost.takes),
    territoryId: anId('territory'),
    territoryPath: aTerritoryPath(),
  }),
  PostLeft: fact('Post left', '人员离任', shapeOf(LeavePost.takes)),
});

export type PersonEvent = EventOf<typeof personEvents>;
