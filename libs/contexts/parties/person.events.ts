import { anId, anInstant, aTerritoryPath, eventsOf, fact, personal, type EventOf } from '#kernel';

/** Every fact that a `person-…` stream can hold. Periods are half-open: from this instant until just before that one. */
export const personEvents = eventsOf('person', {
  PersonRegistered: fact('Person registered', '人员已登记', { name: personal() }),
  PostHeld: fact('Post held', '人员任职', {
    postId: anId('post'),
    orgId: anId('organisation'),
    territoryId: anId('territory'),
    territoryPath: aTerritoryPath(),
    from: anInstant(),
  }),
  PostLeft: fact('Post left', '人员离任', { postId: anId('post'), to: anInstant() }),
});

export type PersonEvent = EventOf<typeof personEvents>;
