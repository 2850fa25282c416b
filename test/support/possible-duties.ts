import { evolve, idOf, pathBelow, type Message } from '#kernel';
import { actOf, aLog } from '#kernel/testing';
import { aDirective } from '../../libs/contexts/directives/directive/directive.examples.js';
import { dutyPoint } from '../../libs/contexts/duties/duty-point.decider.js';
import {
  aDefinition,
  aDeparture,
  anAcceptance,
  anAssignment,
  at,
  aVacancy,
  occasion,
  some,
} from '../../libs/contexts/duties/duty-point.examples.js';
import type { DutyPoint } from '../../libs/contexts/duties/duty-point.state.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const elsewhere = { orgId: idOf('organisation', uuid(71)), path: pathBelow('', idOf('territory', uuid(72))) };
const gone = idOf('organisation', uuid(73));
const third = idOf('assignment', uuid(74));

const body = (territoryPath: string, orgKind = 'enterprise') => ({
  type: 'OrgCreated',
  data: { name: 'A body', orgKind, territoryId: some.city, territoryPath, territoryLevel: 'city' },
});
const held = { postId: some.linsPost, orgId: some.station, from: '2000-01-01T00:00:00.000Z' };

export const world = aLog({
  [some.city]: [{ type: 'TerritoryAdded', data: { name: 'A city', level: 'city', path: some.cityPath } }],
  [some.station]: [body(some.cityPath)],
  [some.exitDesk]: [body(some.cityPath)],
  [occasion.orgId ?? gone]: [body(some.cityPath, 'headquarters')],
  [elsewhere.orgId]: [body(elsewhere.path)],
  [gone]: [body(some.cityPath), { type: 'OrgDissolved', data: { dissolvedAt: at, reason: 'Merged' } }],
  [some.lin]: [
    { type: 'PersonRegistered', data: {} },
    { type: 'PostHeld', data: { ...held, territoryId: some.city, territoryPath: some.cityPath } },
  ],
  [some.before]: [aDefinition({ step: 'Before' })],
  [some.after]: [aDefinition({ step: 'After' })],
  [some.directive]: [
    aDirective({ issuer: { orgId: some.station, territoryId: some.city, territoryPath: some.cityPath } }),
  ],
});

const openItems = ['The new scanners are not there yet'];
const linkId = idOf('link', uuid(8));
const offer = { linkId, side: 'next', dutyPointId: some.after };
const proposal = { assignmentId: some.assignment, successorId: third, holder: { orgId: some.exitDesk }, openItems };
const lin = {
  party: 'individual' as const,
  holder: { orgId: some.station, postId: some.linsPost, personId: some.lin },
};
const linked = (data: object) => ({ type: 'StepLinked', data });
const proposed = (...signed: readonly string[]) => ({ type: 'TransferProposed', data: { ...proposal, signed } });
const one = aDefinition({ requiredParties: ['unit'] });
const accepted = [aDefinition(), anAssignment(), anAcceptance()] as const;

const pasts: readonly (readonly Message[])[] = [
  [aDefinition()],
  [one],
  [aDefinition(), anAssignment()],
  accepted,
  [one, anAssignment(), anAcceptance()],
  [...accepted, anAssignment({ ...lin, assignmentId: some.another })],
  [...accepted, anAssignment({ ...lin, assignmentId: some.another }), anAcceptance(some.another)],
  [aDefinition(), anAssignment({ holder: { orgId: gone } }), anAcceptance()],
  [...accepted, aDeparture(), aVacancy('unit')],
  [...accepted, proposed()],
  [...accepted, proposed('outgoing')],
  [...accepted, proposed('superior'), { type: 'PartyWaived', data: { party: 'unit', reason: 'Not needed' } }],
  [aDefinition(), linked({ previous: some.before })],
  [aDefinition(), linked({ previous: some.before, next: some.after })],
  [aDefinition(), { type: 'LinkOffered', data: offer }],
  [aDefinition(), { type: 'LinkOffered', data: offer }, linked({ next: some.before })],
  [...accepted, { type: 'BasisEnded', data: { directiveId: some.directive, because: 'revoked' } }],
  [...accepted, { type: 'DutyPointRetired', data: { reason: 'The order is gone' } }],
];
export const states = pasts.map((past) =>
  past.reduce<DutyPoint>((state, event) => evolve(dutyPoint, state, event, actOf(occasion)), dutyPoint.initial),
);

const reason = 'So it is';
const each = [some.assignment, some.another, third].map((assignmentId) => ({ assignmentId }));
const share = { assignmentId: third, party: 'unit', capacity: 'assisting', holder: { orgId: some.exitDesk } };
const SAID: Readonly<Record<string, readonly object[]>> = {
  ProposeLink: [
    { side: 'previous', dutyPointId: some.before },
    { side: 'next', dutyPointId: some.after },
    { side: 'next', dutyPointId: some.exit },
  ],
  AcceptLink: [{ linkId }, { linkId: idOf('link', uuid(9)) }],
  RefuseLink: [{ linkId, reason }, { linkId }],
  UnlinkStep: [some.before, some.after].flatMap((dutyPointId) => [{ dutyPointId, reason }, { dutyPointId }]),
  CorrectDutyPoint: [{ matter: 'Health codes', reason }, { reason }, { matter: 'Health codes' }],
  AssignParty: [
    share,
    { ...share, holder: { orgId: some.station } },
    { ...share, party: 'departmental' },
    { ...share, capacity: 'lead' },
    { ...share, holder: { orgId: elsewhere.orgId } },
  ],
  ...{ AcceptAssignment: each, SignTransfer: each, EndAssignment: each },
  TransferAssignment: [some.exitDesk, some.station, elsewhere.orgId].flatMap((orgId) =>
    each.map((of) => ({ ...proposal, ...of, successorId: idOf('assignment', uuid(75)), holder: { orgId } })),
  ),
  WaiveParty: ['unit', 'individual', 'departmental'].flatMap((party) => [{ party, reason }, { party }]),
  RepointDutyPoint: [{ clause: { directiveId: some.directive }, reason }, { clause: { directiveId: some.directive } }],
  RetireDutyPoint: [{ reason }, {}],
};

export const SAYS = Object.keys(SAID);
export const said = (type: string): readonly unknown[] => SAID[type] ?? [];
