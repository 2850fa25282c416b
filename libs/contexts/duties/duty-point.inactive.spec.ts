import { by, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { dutyPoint } from './duty-point.decider.js';
import {
  aDefinition,
  aDeparture,
  aMissingHolder,
  anAcceptance,
  anAssignment,
  at,
  aVacancy,
  heldBy,
  known,
  occasion,
  some,
} from './duty-point.examples.js';
import { bodyOf, holdersOn, isHeld, leadOf, unheld } from './duty-point.holders.js';

const [monday, wednesday, friday] = ['2022-04-04', '2022-04-06', '2022-04-08'].map((day) => `${day}T00:00:00.000Z`) as [
  string,
  string,
  string,
];

const given = specification(dutyPoint, { ...occasion, occurredAt: friday }, known);
const deactivate = (from = wednesday, assignmentId = some.assignment) =>
  ({ type: 'DeactivateAssignment', data: { assignmentId, from } }) as const;
const helper = anAssignment({ assignmentId: some.another, capacity: 'assisting', holder: { orgId: some.exitDesk } });
const successor = anAssignment({
  ...{ assignmentId: some.another, holder: { orgId: some.exitDesk }, from: friday, fit: 'unverified' },
});
const recorded = (on: string, of = some.assignment) => by({ occurredAt: on, recordedAt: on }, anAcceptance(of, on));
const held = [aDefinition(), anAssignment(), recorded(at)];
const left = [...held, aDeparture(wednesday), aVacancy('unit')];
const filled = { type: 'GapResolved', data: { kind: 'holder-inactive', party: 'unit' } } as const;

describe('a holder that has left', () => {
  it('A6: ends being one from that moment on, and never waits for anybody', () => {
    given(...held)
      .when(deactivate())
      .then(aDeparture(wednesday), aVacancy('unit'));
  });

  it('A6: is one that has left by the record, whoever says so', () => {
    given(...held)
      .when(deactivate(), {}, { DeactivateAssignment: { isGone: false } })
      .thenRefused('HOLDER_STILL_THERE', 'from');
  });

  it('A6: is told once', () => {
    given(...left)
      .when(deactivate())
      .then();
    given(...left)
      .when(deactivate(friday))
      .then();
  });

  it('A6: is a holder of this duty point', () => {
    given(aDefinition()).when(deactivate()).thenRefused('NO_SUCH_ASSIGNMENT', 'assignmentId');
    given().when(deactivate()).thenRefused('NOT_DEFINED');
  });

  it('A7 holder-inactive: is a gap where it was the accepted lead of a party', () => {
    const proposed = [aDefinition(), aMissingHolder('unit'), anAssignment()];
    given(...proposed)
      .when(deactivate())
      .then(aDeparture(wednesday));
    given(aDefinition(), helper, anAcceptance(some.another))
      .when(deactivate(wednesday, some.another))
      .then(aDeparture(wednesday, some.another));
  });

  it('A6: accepts nothing that was proposed to it, and has nothing left to end', () => {
    const unaccepted = given(aDefinition(), aMissingHolder('unit'), anAssignment(), aDeparture(wednesday));
    const { assignmentId } = deactivate().data;
    unaccepted
      .when({ type: 'AcceptAssignment', data: { assignmentId } }, { orgId: some.station })
      .thenRefused('NO_SUCH_ASSIGNMENT', 'assignmentId');
    unaccepted
      .when({ type: 'EndAssignment', data: { assignmentId } })
      .thenRefused('NO_SUCH_ASSIGNMENT', 'assignmentId');
  });

  it('A6: holds nothing: no party, no step, no stake', () => {
    const state = given(...heldBy(some.station), aDeparture(wednesday)).state();
    if (state.is === 'new') throw new Error('a defined duty point was expected');
    expect(leadOf(state, 'unit')).toBeUndefined();
    expect(isHeld(state, 'unit')).toBe(false);
    expect(unheld(state)).toEqual(['unit']);
    expect(bodyOf(state)).toBeUndefined();
    expect(dutyPoint.seenBy(state)).toEqual({ territory: some.cityPath, orgs: [] });
    expect(dutyPoint.owner(state, { ...deactivate(), facts: { isGone: true } })).toEqual({
      territory: some.cityPath,
      orgs: [],
    });
  });
});

describe('a party whose lead has left', () => {
  it('A6: may be given a new lead, and is held again when that one accepts', () => {
    given(...left)
      .when({ type: 'AssignParty', data: successor.data })
      .then(successor);
    given(...left, successor)
      .when({ type: 'AcceptAssignment', data: { assignmentId: some.another } }, { orgId: some.exitDesk })
      .then(anAcceptance(some.another, friday), filled);
  });

  it('A7 holder-inactive: stays one gap when the new lead leaves, too, before accepting', () => {
    given(...left, successor)
      .when(deactivate(friday, some.another))
      .then(aDeparture(friday, some.another));
  });

  it('A7 holder-inactive: becomes a gap again when the new lead leaves after accepting', () => {
    given(...left, successor, anAcceptance(some.another, friday), filled)
      .when(deactivate(friday, some.another))
      .then(aDeparture(friday, some.another), aVacancy('unit'));
  });

  it('A6: may be waived, with a reason', () => {
    const waiver = { party: 'unit', reason: 'The desk is closed.' } as const;
    given(...left)
      .when({ type: 'WaiveParty', data: waiver })
      .then({ type: 'PartyWaived', data: waiver }, filled);
  });
});

describe('who is named for what happened', () => {
  const station = { party: 'unit', capacity: 'lead', orgId: some.station };
  const before = '2022-04-05T23:59:59.999Z';

  it('K9: is the holder up to the moment of leaving, and never afterwards', () => {
    const state = given(...left).state();
    expect([at, before, wednesday, friday].map((day) => holdersOn(state, day))).toEqual([[station], [station], [], []]);
  });

  it('K9: is nobody when the holder left before the assignment began', () => {
    const late = [aDefinition(), anAssignment({ from: wednesday }), recorded(wednesday)];
    const state = given(...late, aDeparture(monday)).state();
    expect([monday, wednesday, friday].map((day) => holdersOn(state, day))).toEqual([[], [], []]);
  });

  it('K9: is put right when it is learned that the holder left earlier', () => {
    given(...left)
      .when(deactivate(monday))
      .then(aDeparture(monday));
    expect(holdersOn(given(...left, aDeparture(monday)).state(), before)).toEqual([]);
  });

  it('K9: is put right for an assignment that was ended later than its holder left', () => {
    const ended = {
      type: 'AssignmentEnded',
      data: { assignmentId: some.another, until: friday },
    } as const;
    const helped = [aDefinition(), helper, recorded(at, some.another), ended];
    given(...helped)
      .when(deactivate(wednesday, some.another))
      .then(aDeparture(wednesday, some.another));
    given(...helped)
      .when(deactivate(friday, some.another))
      .then();
    const state = given(...helped, aDeparture(wednesday, some.another)).state();
    expect([before, wednesday].map((day) => holdersOn(state, day).length)).toEqual([1, 0]);
  });
});
