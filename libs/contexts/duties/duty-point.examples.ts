import { idOf, type DataOf, type Id, type Occasion, type Own, type StateReader } from '#kernel';
import type { DutyPointEvent } from './duty-point.events.js';
import type { DutyPointFacts } from './duty-point.facts.js';
import { dutyPointStream, type DutyPoint } from './duty-point.state.js';
import type { Party } from './duty-point.words.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Invented things that specs of duties speak about. */
export const some = {
  city: idOf('territory', uuid(1)),
  cityPath: `${uuid(1)}/`,
  station: idOf('organisation', uuid(2)),
  exitDesk: idOf('organisation', uuid(3)),
  lin: idOf('person', uuid(4)),
  linsPost: idOf('post', uuid(5)),
  before: idOf('dutyPoint', uuid(6)),
  exit: idOf('dutyPoint', uuid(7)),
  after: idOf('dutyPoint', uuid(8)),
  assignment: idOf('assignment', uuid(9)),
  another: idOf('assignment', uuid(10)),
  directive: idOf('directive', uuid(11)),
  clerk: idOf('person', uuid(12)),
} as const;

export const at = '2022-03-31T09:00:00.000Z';

/** What is known around a new step: its place, and no neighbour that would be missing or of another place. */
export const around = {
  territoryPath: some.cityPath,
  self: some.exit,
  missing: [],
  foreign: [],
  taken: [],
  twins: [],
} as const;

/** What is known of a holder that is there, and of an assignment whose holder is there. */
export const found = { territoryPath: some.cityPath, inPost: true, orgKind: 'enterprise' } as const;
export const present = { found, isGone: false } as const;

/** What is known of other streams, unless a specification says otherwise. */
export const known: DutyPointFacts = {
  DefineDutyPoint: around,
  CorrectDutyPoint: around,
  AssignParty: found,
  TransferAssignment: present,
  EndAssignment: present,
  DeactivateAssignment: { isGone: true },
  ReviewStep: [],
  LinkStep: around,
  ProposeLink: around,
  OfferLink: { proposals: [] },
  DropLink: { missing: ['previous'] },
  CloseLinkProposal: { declinedAt: at },
  MarkBasisEnded: { because: 'revoked' },
};

/** The HQ clerk acts unless a specification says otherwise. */
export const occasion: Occasion = {
  actorId: some.clerk,
  orgId: idOf('organisation', uuid(13)),
  occurredAt: at,
  commandId: uuid(14),
  correlationId: uuid(14),
  source: 'web',
};

interface Event<T> {
  type: T;
  data: DataOf<DutyPointEvent, T>;
}

const exitPoint = {
  matter: 'Health code check',
  step: 'Verify the health code at the exit',
  place: 'North exit',
  territoryId: some.city,
} as const;

const both: Party[] = ['unit', 'individual'];

const located = { ...exitPoint, territoryPath: some.cityPath };

export const aPoint = (more: Partial<DataOf<DutyPointEvent, 'DutyPointDefined'>> = {}) => ({
  ...exitPoint,
  standard: 'Every passenger is checked',
  requiredParties: both,
  ...more,
});

export const aDefinition = (
  more: Partial<DataOf<DutyPointEvent, 'DutyPointDefined'>> = {},
): Event<'DutyPointDefined'> => ({
  type: 'DutyPointDefined',
  data: { ...aPoint(more), territoryPath: some.cityPath },
});

export const aMissingHolder = (party: Party): Event<'GapDetected'> => ({
  type: 'GapDetected',
  data: { kind: 'no-holder', party, ...located, orgs: [] },
});

export const aVacancy = (party: Party): Event<'GapDetected'> => ({
  type: 'GapDetected',
  data: { kind: 'holder-inactive', party, ...located, orgs: [] },
});

export const aDeparture = (inactiveFrom = at, assignmentId = some.assignment): Event<'HolderBecameInactive'> => ({
  type: 'HolderBecameInactive',
  data: { assignmentId, inactiveFrom },
});

export const anOrphanStep = (orgs: readonly [Id<'organisation'>, Id<'organisation'>]): Event<'GapDetected'> => ({
  type: 'GapDetected',
  data: {
    kind: 'orphan-step',
    between: [
      { dutyPointId: some.before, orgId: orgs[0] },
      { dutyPointId: some.after, orgId: orgs[1] },
    ],
    ...located,
    orgs: [...orgs],
  },
});

export const anAssignment = (more: Partial<DataOf<DutyPointEvent, 'PartyAssigned'>> = {}): Event<'PartyAssigned'> => ({
  type: 'PartyAssigned',
  data: {
    assignmentId: some.assignment,
    party: 'unit',
    capacity: 'lead',
    holder: { orgId: some.station },
    from: at,
    ...more,
  },
});

export const anAcceptance = (assignmentId = some.assignment, acceptedAt = at): Event<'AssignmentAccepted'> => ({
  type: 'AssignmentAccepted',
  data: { assignmentId, acceptedAt },
});

/** A step that this organisation holds as the unit. */
export const heldBy = (orgId: Id<'organisation'>): readonly DutyPointEvent[] => [
  aDefinition({ requiredParties: ['unit'] }),
  anAssignment({ holder: { orgId } }),
  anAcceptance(),
];

/** The step at the exit as the stream that a command is about. */
export const ownOf = (read: StateReader): Own<DutyPoint> => ({
  stream: some.exit,
  state: () => read.state(dutyPointStream, some.exit),
});
