import { anId, anInstant, shapeOf } from '#kernel';
import { by, keepsTheLaws, specification, valuesOf } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { dutyPointCommands } from './duty-point.commands.js';
import { dutyPoint } from './duty-point.decider.js';
import {
  aDefinition,
  aMissingHolder,
  anAcceptance,
  anAssignment,
  anOrphanStep,
  aPoint,
  around,
  at,
  found,
  heldBy,
  known,
  occasion,
  some,
} from './duty-point.examples.js';
import { bodyOf, holdersOn, unheld } from './duty-point.holders.js';

const given = specification(dutyPoint, occasion, known);
const define = (more: Parameters<typeof aPoint>[0] = {}) =>
  ({ type: 'DefineDutyPoint', data: aDefinition(more).data }) as const;
const assign = (more: Parameters<typeof anAssignment>[0] = {}) =>
  ({ type: 'AssignParty', data: anAssignment(more).data }) as const;
const accept = { type: 'AcceptAssignment', data: { assignmentId: some.assignment } } as const;
const lin = { orgId: some.station, postId: some.linsPost, personId: some.lin };

const { AssignParty, TransferAssignment } = dutyPointCommands.declared;
keepsTheLaws(dutyPoint, {
  AssignParty: valuesOf(
    z.object({ ...shapeOf(AssignParty.takes), assignmentId: anId('assignment'), from: anInstant() }),
  ),
  TransferAssignment: valuesOf(z.object({ ...shapeOf(TransferAssignment.takes), successorId: anId('assignment') })),
});

describe('a duty point', () => {
  it('A7 no-holder: has one gap for each required party from the moment it is defined', () => {
    given().when(define()).then(aDefinition(), aMissingHolder('unit'), aMissingHolder('individual'));
  });

  it('needs a party, a place or a place type, a known territory and known neighbours', () => {
    given()
      .when(define({ requiredParties: [] }))
      .thenRefused('NO_PARTY', 'requiredParties');
    const { place: _, ...nowhere } = aPoint();
    given().when({ type: 'DefineDutyPoint', data: nowhere }).thenRefused('NO_PLACE', 'place');
    given()
      .when(define(), {}, { DefineDutyPoint: { ...around, territoryPath: undefined } })
      .thenRefused('NO_SUCH_TERRITORY', 'territoryId');
    given()
      .when(define({ next: some.after }), {}, { DefineDutyPoint: { ...around, missing: ['next'] } })
      .thenRefused('NO_SUCH_NEIGHBOUR', 'next');
    given()
      .when(define({ previous: some.after, next: some.after }))
      .thenRefused('NEIGHBOURS_THE_SAME', 'next');
  });

  it('is defined once, and nothing happens to it before', () => {
    given(aDefinition()).when(define()).thenRefused('ALREADY_DEFINED');
    given().when(assign()).thenRefused('NOT_DEFINED');
  });

  it('A9: keeps the clause it was created by for life', () => {
    const clause = { directiveId: some.directive, clauseNumber: '3' };
    const state = given(aDefinition({ clause }), anAssignment(), anAcceptance()).state();
    expect(state).toMatchObject({ point: { clause } });
  });
});

describe('an assignment', () => {
  it('A1: names exactly one lead per required party, and any number of assisting bodies', () => {
    const more = { assignmentId: some.another, holder: { orgId: some.exitDesk } };
    given(aDefinition())
      .when(assign())
      .then(anAssignment({ fit: 'unverified' }));
    given(aDefinition(), anAssignment()).when(assign(more)).thenRefused('LEAD_ALREADY_NAMED', 'capacity');
    given(aDefinition(), anAssignment())
      .when(assign({ ...more, capacity: 'assisting' }))
      .then(anAssignment({ ...more, capacity: 'assisting' }));
  });

  it('A1: is for a required party only', () => {
    given(aDefinition())
      .when(assign({ party: 'departmental' }))
      .thenRefused('PARTY_NOT_REQUIRED', 'party');
  });

  it('A2: of the individual party is to a natural person in a post', () => {
    const personal = (holder: typeof lin | { orgId: typeof some.station }) => assign({ party: 'individual', holder });
    given(aDefinition())
      .when(personal({ orgId: some.station }))
      .thenRefused('INDIVIDUAL_NEEDS_PERSON_AND_POST', 'holder');
    given(aDefinition())
      .when(personal(lin), {}, { AssignParty: { ...found, inPost: false } })
      .thenRefused('NOT_IN_THAT_POST', 'holder');
    given(aDefinition())
      .when(personal(lin))
      .then(anAssignment({ party: 'individual', holder: lin, fit: 'unverified' }));
  });

  it('names an organisation that is there, from now or earlier', () => {
    given(aDefinition())
      .when(assign(), {}, { AssignParty: undefined })
      .thenRefused('NO_SUCH_ORGANISATION', 'holder', 'orgId');
    given(aDefinition())
      .when(assign({ from: '2022-04-01T00:00:00.000Z' }))
      .thenRefused('STARTS_IN_FUTURE', 'from');
    given(aDefinition(), anAssignment())
      .when(assign({ party: 'individual', holder: lin }))
      .thenRefused('ASSIGNMENT_ID_TAKEN', 'assignmentId');
  });

  it('belongs to the common superior of the duty and its holder', () => {
    const state = given(aDefinition()).state();
    const elsewhere = { ...found, territoryPath: 'elsewhere/' };
    expect(dutyPoint.owner(state, { ...assign(), facts: found })).toEqual({ territory: some.cityPath, orgs: [] });
    expect(dutyPoint.owner(state, { ...assign(), facts: elsewhere })).toEqual({ territory: '', orgs: [] });
  });

  it('may be made by a unit head only within a unit that has a part in the duty', () => {
    const state = given(aDefinition(), anAssignment()).state();
    const orgsFor = (orgId: typeof some.station) =>
      dutyPoint.owner(state, { ...assign({ party: 'individual', holder: { ...lin, orgId } }), facts: found })?.orgs;
    expect(orgsFor(some.station)).toEqual([some.station]);
    expect(orgsFor(some.exitDesk)).toEqual([]);
  });

  it('is accepted by its holder alone, and then the party is held', () => {
    const resolved = { type: 'GapResolved', data: { kind: 'no-holder', party: 'unit' } } as const;
    const proposed = given(aDefinition(), aMissingHolder('unit'), anAssignment());
    proposed.when(accept).thenRefused('NOT_THE_HOLDER');
    proposed.when(accept, { orgId: some.station }).then(anAcceptance(), resolved);
    expect(unheld(proposed.state())).toContain('unit');
    expect(unheld(given(aDefinition(), anAssignment(), anAcceptance()).state())).toEqual(['individual']);
  });

  it('of the individual party is a personal act: nobody accepts for them', () => {
    const proposed = given(aDefinition(), anAssignment({ party: 'individual', holder: lin }));
    const inCapacity = { actorId: some.lin, orgId: some.station };
    proposed.when(accept, { ...inCapacity, actorId: some.clerk }).thenRefused('NOT_THE_HOLDER');
    proposed.when(accept, { ...inCapacity, onBehalfOf: some.clerk }).thenRefused('NOT_THE_HOLDER');
    proposed.when(accept, inCapacity).then(anAcceptance());
  });

  it('is accepted once, while it is in force', () => {
    given(aDefinition(), anAssignment(), anAcceptance())
      .when(accept, { orgId: some.station })
      .thenRefused('ALREADY_ACCEPTED');
    given(aDefinition()).when(accept).thenRefused('NO_SUCH_ASSIGNMENT', 'assignmentId');
  });

  it('resolves no gap when an assisting body accepts', () => {
    given(aDefinition(), aMissingHolder('unit'), anAssignment({ capacity: 'assisting' }))
      .when(accept, { orgId: some.station })
      .then(anAcceptance());
  });

  it('ends unless that would leave a gap', () => {
    const end = { type: 'EndAssignment', data: { assignmentId: some.assignment } } as const;
    const ended = { type: 'AssignmentEnded', data: { assignmentId: some.assignment, until: at } } as const;
    given(aDefinition(), anAssignment()).when(end).then(ended);
    given(aDefinition(), anAssignment(), anAcceptance()).when(end).thenRefused('WOULD_LEAVE_A_GAP');
    given(aDefinition(), anAssignment(), ended).when(end).thenRefused('NO_SUCH_ASSIGNMENT', 'assignmentId');
  });

  it('A5: is a period, so that who held the duty on any day can be asked', () => {
    const [monday, tuesday, friday, weekend] = [7, 8, 11, 12].map((day) =>
      new Date(Date.UTC(2022, 2, day)).toISOString(),
    );
    const state = given(
      aDefinition(),
      anAssignment({ capacity: 'assisting', from: monday ?? '' }),
      by({ recordedAt: tuesday ?? '' }, anAcceptance(some.assignment, tuesday)),
      { type: 'AssignmentEnded', data: { assignmentId: some.assignment, until: friday ?? '' } },
      anAssignment({ assignmentId: some.another, from: friday ?? '' }),
    ).state();
    const held = { party: 'unit', capacity: 'assisting', orgId: some.station };
    expect([monday, tuesday, friday, weekend].map((day) => holdersOn(state, day ?? ''))).toEqual([[], [held], [], []]);
  });
});

describe('a waiver', () => {
  const waive = (party: 'unit' | 'individual' | 'departmental') =>
    ({ type: 'WaiveParty', data: { party, reason: 'One person runs the desk.' } }) as const;

  it('resolves the gap of its party', () => {
    given(aDefinition(), aMissingHolder('individual'))
      .when(waive('individual'))
      .then(
        { type: 'PartyWaived', data: { party: 'individual', reason: 'One person runs the desk.' } },
        { type: 'GapResolved', data: { kind: 'no-holder', party: 'individual' } },
      );
  });

  it('gives its reason', () => {
    given(aDefinition())
      .when({ type: 'WaiveParty', data: { party: 'unit' } })
      .thenRefused('REASON_REQUIRED', 'reason');
  });

  it('never takes away a named lead, a party that is not required, or the last party', () => {
    given(aDefinition(), anAssignment()).when(waive('unit')).thenRefused('LEAD_ALREADY_NAMED', 'party');
    given(aDefinition()).when(waive('departmental')).thenRefused('PARTY_NOT_REQUIRED', 'party');
    given(aDefinition({ requiredParties: ['unit'] }))
      .when(waive('unit'))
      .thenRefused('LAST_PARTY', 'party');
  });
});

describe('a step between two others', () => {
  const review = { type: 'ReviewStep', data: {} } as const;
  const between = (before?: typeof some.station, after?: typeof some.station) => ({
    ReviewStep: [
      { dutyPointId: some.before, body: before },
      { dutyPointId: some.after, body: after },
    ],
  });
  const orphan = anOrphanStep([some.station, some.exitDesk]);
  const resolved = { type: 'GapResolved', data: { kind: 'orphan-step' } } as const;

  it('A7 orphan-step: is one when it is held by none and its neighbours by different bodies', () => {
    given(aDefinition()).when(review, {}, between(some.station, some.exitDesk)).then(orphan);
  });

  it.each([
    ['one body holds both neighbours', some.station, some.station],
    ['one neighbour is held by none', some.station, undefined],
    ['neither neighbour is held', undefined, undefined],
  ])('is no orphan when %s', (_, before, after) => {
    given(aDefinition()).when(review, {}, between(before, after)).then();
  });

  it('is no orphan when it is held', () => {
    given(...heldBy(some.station))
      .when(review, {}, between(some.station, some.exitDesk))
      .then();
  });

  it('A7 orphan-step: is one when its holder has left, and none when the holder of a neighbour has', () => {
    const left = { type: 'HolderBecameInactive', data: { assignmentId: some.assignment, inactiveFrom: at } } as const;
    given(...heldBy(some.station), left)
      .when(review, {}, between(some.station, some.exitDesk))
      .then(orphan);
    expect(bodyOf(given(...heldBy(some.station), left).state())).toBeUndefined();
    given(aDefinition(), orphan).when(review, {}, between(some.station)).then(resolved);
  });

  it('says so only when something changed', () => {
    given(aDefinition(), orphan).when(review, {}, between(some.station, some.exitDesk)).then();
    given(aDefinition(), orphan).when(review, {}, between(some.station)).then(resolved);
    given(aDefinition(), orphan)
      .when(review, {}, between(some.exitDesk, some.station))
      .then(resolved, anOrphanStep([some.exitDesk, some.station]));
  });

  it('learns its neighbours once', () => {
    const link = { type: 'LinkStep', data: { next: some.after } } as const;
    given(aDefinition())
      .when(link)
      .then({ type: 'StepLinked', data: { next: some.after } });
    given(aDefinition({ next: some.after }))
      .when(link)
      .then();
  });

  it('is known by the body nearest to its work', () => {
    const state = given(
      aDefinition({ requiredParties: ['territorial', 'unit'] }),
      anAssignment({ party: 'territorial', holder: { orgId: some.exitDesk } }),
      anAcceptance(),
      anAssignment({ assignmentId: some.another }),
    );
    expect(bodyOf(state.state())).toBe(some.exitDesk);
    expect(bodyOf(given(...heldBy(some.station)).state())).toBe(some.station);
  });
});
