import { idOf, pathBelow, type DataOf, type Id, type Occasion } from '#kernel';
import type { OrganisationEvent } from './organisation/organisation.events.js';
import type { PersonEvent } from './person/person.events.js';
import type { TerritoryEvent } from './territory/territory.events.js';

/** The n-th invented id of a kind. */
export const the = <K extends string>(kind: K, n = 1): Id<K> =>
  idOf(kind, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

export const anAdmin: Occasion = {
  actorId: the('person', 90),
  orgId: the('organisation', 90),
  occurredAt: '2022-03-01T01:00:00.000Z',
  commandId: '00000000-0000-4000-8000-0000000000c1',
  correlationId: '00000000-0000-4000-8000-0000000000c1',
  source: 'web',
};

export const cityPath = pathBelow('', the('territory', 1));
export const countyPath = pathBelow(cityPath, the('territory', 2));

const message = <T extends string, D>(type: T, data: D) => ({ type, data });

export const aTerritory = (data: Partial<DataOf<TerritoryEvent, 'TerritoryAdded'>> = {}) =>
  message('TerritoryAdded' as const, {
    name: 'City Q',
    level: 'city' as const,
    path: cityPath,
    validFrom: '2000-01-01T00:00:00.000Z',
    ...data,
  });

/** City Q as it stands. */
export const standingCity = {
  is: 'standing',
  level: 'city',
  path: cityPath,
  entry: { name: 'City Q', validFrom: '2000-01-01T00:00:00.000Z' },
} as const;

export const anOrganisation = (data: Partial<DataOf<OrganisationEvent, 'OrgCreated'>> = {}) =>
  message('OrgCreated' as const, {
    name: 'HQ of City Q',
    orgKind: 'headquarters' as const,
    territoryId: the('territory', 1),
    territoryPath: cityPath,
    territoryLevel: 'city' as const,
    temporary: true,
    ...data,
  });

export const aPost = (data: Partial<DataOf<OrganisationEvent, 'PostEstablished'>> = {}) =>
  message('PostEstablished' as const, { postId: the('post'), title: 'Clerk', ...data });

export const aDissolution = (data: Partial<DataOf<OrganisationEvent, 'OrgDissolved'>> = {}) =>
  message('OrgDissolved' as const, { dissolvedAt: anAdmin.occurredAt, reason: 'Its task is done', ...data });

export const aPerson = (data: Partial<DataOf<PersonEvent, 'PersonRegistered'>> = {}) =>
  message('PersonRegistered' as const, { name: 'Lin', ...data });

export const anAppointment = (data: Partial<DataOf<PersonEvent, 'PostHeld'>> = {}) =>
  message('PostHeld' as const, {
    postId: the('post'),
    orgId: the('organisation'),
    territoryId: the('territory', 1),
    territoryPath: cityPath,
    from: '2022-01-01T00:00:00.000Z',
    ...data,
  });

export const aDeparture = (data: Partial<DataOf<PersonEvent, 'PostLeft'>> = {}) =>
  message('PostLeft' as const, { postId: the('post'), to: '2022-03-01T00:00:00.000Z', ...data });

export const anEnd = (data: Partial<DataOf<PersonEvent, 'PostEnded'>> = {}) =>
  message('PostEnded' as const, { postId: the('post'), to: '2022-03-01T00:00:00.000Z', ...data });

export const aDeputy = (data: Partial<DataOf<PersonEvent, 'DeputyNamed'>> = {}) =>
  message('DeputyNamed' as const, {
    postId: the('post'),
    deputyId: the('person', 2),
    from: anAdmin.occurredAt,
    ...data,
  });

/** From the first to the third of May, in China. */
export const anAbsence = (data: Partial<DataOf<PersonEvent, 'AbsenceReported'>> = {}) =>
  message('AbsenceReported' as const, {
    postId: the('post'),
    from: '2022-04-30T16:00:00.000Z',
    to: '2022-05-03T16:00:00.000Z',
    reason: 'A visit',
    ...data,
  });
