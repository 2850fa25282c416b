import { by, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { dutyPoint } from './duty-point.decider.js';
import type { DutyPointEvent } from './duty-point.events.js';
import {
  aDefinition,
  aDeparture,
  anAcceptance,
  anAssignment,
  at,
  aVacancy,
  found,
  heldBy,
  known,
  occasion,
  present,
  some,
} from './duty-point.examples.js';
import { holdersOn } from './duty-point.holders.js';

const friday = '2022-04-08T00:00:00.000Z';
const given = specification(dutyPoint, { ...occasion, occurredAt: friday }, known);
const gone = { ...present, isGone: true };
const held = heldBy(some.station).map((event) => by<DutyPointEvent>({ occurredAt: at }, event));
const openItems = ['The new scanners are not there yet'];
const handover = {
  assignmentId: some.assignment,
  successorId: some.another,
  holder: { orgId: some.exitDesk },
  openItems,
};
const propose = { type: 'TransferAssignment', data: handover } as const;
const sign = { type: 'SignTransfer', data: { assignmentId: some.assignment } } as const;
const end = { type: 'EndAssignment', data: { assignmentId: some.assignment } } as const;
type Signed = ('outgoing' | 'incoming' | 'superior')[];
const proposed = (signed: Signed): DutyPointEvent => ({
  type: 'TransferProposed',
  data: { ...handover, fit: 'unverified', signed },
});
const signedBy = (...signed: Signed): DutyPointEvent => ({
  type: 'TransferSigned',
  data: { assignmentId: some.assignment, signed },
});
const successor = anAssignment({
  ...{ assignmentId: some.another, holder: { orgId: some.exitDesk }, from: friday, fit: 'unverified' },
});
const transferred: readonly DutyPointEvent[] = [
  {
    type: 'AssignmentTransferred',
    data: { assignmentId: some.assignment, successorId: some.another, openItems, until: friday },
  },
  successor,
  anAcceptance(some.another, friday),
];

describe('a handover', () => {
  it('A11: of an accepted duty is proposed with its open items, and signed by both sides', () => {
    given(...held)
      .when(propose)
      .then(proposed([]));
    given(...held)
      .when(propose, { orgId: some.station })
      .then(proposed(['outgoing']));
    given(...held, proposed([]))
      .when(sign, { orgId: some.station })
      .then(signedBy('outgoing'));
    given(...held, proposed([]))
      .when(sign, { orgId: some.exitDesk })
      .then(signedBy('incoming'));
  });

  it('A11: is done with the last signature, and leaves no gap between the two', () => {
    given(...held, proposed([]), signedBy('outgoing'))
      .when(sign, { orgId: some.exitDesk })
      .then(signedBy('incoming'), ...transferred);
    const state = given(...held, proposed(['outgoing']), signedBy('incoming'), ...transferred).state();
    const names = (instant: string) => holdersOn(state, instant).map(({ orgId }) => orgId);
    expect(names('2022-04-07T00:00:00.000Z')).toEqual([some.station]);
    expect(names(friday)).toEqual([some.exitDesk]);
    expect(state).toMatchObject({ transfers: [] });
  });

  it('A11: is signed by the superior for a holder who is gone, and closes the gap that they left', () => {
    given(...held)
      .when(propose, {}, { TransferAssignment: gone })
      .then(proposed(['superior']));
    const left = [...held, aDeparture('2022-04-06T00:00:00.000Z'), aVacancy('unit')];
    given(...left)
      .when(propose)
      .then(proposed(['superior']));
    const resolved: DutyPointEvent = { type: 'GapResolved', data: { kind: 'holder-inactive', party: 'unit' } };
    given(...left, proposed(['superior']))
      .when(sign, { orgId: some.exitDesk })
      .then(signedBy('incoming'), ...transferred, resolved);
    given(...left, proposed(['superior']))
      .when(sign, { orgId: some.station })
      .thenRefused('NOT_YOURS_TO_SIGN');
  });

  it('A11: is of an accepted duty that is still to be held, to somebody who can hold it', () => {
    given(aDefinition()).when(propose).thenRefused('NO_SUCH_ASSIGNMENT', 'assignmentId');
    given(aDefinition(), anAssignment()).when(propose).thenRefused('NOT_ACCEPTED_YET', 'assignmentId');
    given(...held)
      .when({ ...propose, data: { ...handover, successorId: some.assignment } })
      .thenRefused('ASSIGNMENT_ID_TAKEN', 'successorId');
    given(...held)
      .when(propose, {}, { TransferAssignment: { ...present, found: undefined } })
      .thenRefused('NO_SUCH_ORGANISATION', 'holder', 'orgId');
    given(...held, aDeparture(at), anAssignment({ assignmentId: some.another, holder: { orgId: some.exitDesk } }))
      .when({ ...propose, data: { ...handover, successorId: 'assignment-3' } })
      .thenRefused('LEAD_ALREADY_NAMED', 'assignmentId');
  });

  it('A11: is signed once by each side, while it waits, and not before it was proposed', () => {
    given(...held)
      .when(sign, { orgId: some.station })
      .thenRefused('NO_SUCH_TRANSFER', 'assignmentId');
    given(...held, proposed(['outgoing']))
      .when(sign, { orgId: some.station })
      .thenRefused('SIGNED_ALREADY');
    given(...held, proposed(['outgoing']))
      .when(sign)
      .thenRefused('NOT_YOURS_TO_SIGN');
    given(...held, proposed(['outgoing']))
      .when(sign, { orgId: some.exitDesk, occurredAt: '2022-04-07T00:00:00.000Z' })
      .thenRefused('OCCURRED_BEFORE', 'occurredAt');
    given(...held, proposed(['outgoing']), proposed([]))
      .when(sign, { orgId: some.exitDesk })
      .then(signedBy('incoming'));
  });

  it('is for the superior of both, or the head of the one unit', () => {
    const state = given(...held).state();
    const owner = (orgId: typeof some.station) =>
      dutyPoint.owner(state, { ...propose, data: { ...handover, holder: { orgId } }, facts: present });
    expect(owner(some.station)).toEqual({ territory: some.cityPath, orgs: [some.station] });
    expect(owner(some.exitDesk)).toEqual({ territory: some.cityPath, orgs: [] });
  });
});

describe('an accepted lead', () => {
  it('A6, A11: ends without a successor only when the holder has left, and the gap opens in the same act', () => {
    given(...held)
      .when(end)
      .thenRefused('WOULD_LEAVE_A_GAP');
    given(...held)
      .when(end, {}, { EndAssignment: { isGone: true } })
      .then({ type: 'AssignmentEnded', data: { assignmentId: some.assignment, until: friday } }, aVacancy('unit'));
  });

  it('W1: accepts no earlier than it was assigned, and ends no earlier', () => {
    const assigned = [aDefinition(), by({ occurredAt: friday }, anAssignment())];
    const thursday = { orgId: some.station, occurredAt: '2022-04-07T00:00:00.000Z' };
    given(...assigned)
      .when({ type: 'AcceptAssignment', data: end.data }, thursday)
      .thenRefused('OCCURRED_BEFORE', 'occurredAt');
    given(...assigned)
      .when(end, thursday)
      .thenRefused('OCCURRED_BEFORE', 'occurredAt');
  });

  it('F2: answers from when the acceptance was recorded, whatever day it states', () => {
    const acceptance = by({ recordedAt: friday }, anAcceptance(some.assignment, '1999-01-01T00:00:00.000Z'));
    const old = anAssignment({ from: '1999-01-01T00:00:00.000Z' });
    const state = given(aDefinition(), old, acceptance).state();
    expect(holdersOn(state, '2022-04-07T00:00:00.000Z')).toEqual([]);
    expect(holdersOn(state, friday)).toHaveLength(1);
  });
});

describe('the holder of a share', () => {
  const body = { ...found, territoryPath: some.cityPath };
  const assign = (party: 'territorial' | 'departmental' | 'unit' | 'individual', holder: object = {}) =>
    ({ type: 'AssignParty', data: anAssignment({ party, holder: { orgId: some.station, ...holder } }).data }) as const;
  const all = ['territorial', 'departmental', 'unit', 'individual'] as const;
  const point = aDefinition({ requiredParties: [...all] });
  const fits = (command: ReturnType<typeof assign>, as: object, fit: 'fits' | 'unverified', on = point) => {
    given(on)
      .when(command, {}, { AssignParty: { ...body, ...as } })
      .then({ type: 'PartyAssigned', data: { ...command.data, fit } });
  };
  const isRefused = (command: ReturnType<typeof assign>, as: object, on: DutyPointEvent[]) => {
    given(...on)
      .when(command, {}, { AssignParty: { ...body, ...as } })
      .thenRefused('HOLDER_DOES_NOT_FIT', 'holder');
  };

  it('A12: as the territorial party rules the place, or one above it', () => {
    fits(assign('territorial'), { orgKind: 'government' }, 'fits');
    fits(assign('territorial'), { orgKind: 'headquarters', territoryPath: '' }, 'fits');
    isRefused(assign('territorial'), { orgKind: 'enterprise' }, [point]);
    isRefused(assign('territorial'), { orgKind: 'government', territoryPath: `${some.cityPath}x/` }, [point]);
  });

  it('A12: as the departmental party has the line of the matter; where a line is missing it is unverified', () => {
    const ofHealth = aDefinition({ requiredParties: [...all], line: 'health' });
    fits(assign('departmental'), { line: 'health' }, 'fits', ofHealth);
    fits(assign('departmental'), {}, 'unverified', ofHealth);
    fits(assign('departmental'), { line: 'health' }, 'unverified');
    isRefused(assign('departmental'), { line: 'traffic' }, [ofHealth]);
  });

  it('A12: as the unit runs the place, and as the individual is of that unit', () => {
    const run = (operatorId: typeof some.station) => aDefinition({ requiredParties: [...all], operatorId });
    const lin = { personId: some.lin, postId: some.linsPost };
    fits(assign('unit'), {}, 'fits', run(some.station));
    fits(assign('unit'), {}, 'unverified');
    isRefused(assign('unit'), {}, [run(some.exitDesk)]);
    fits(assign('individual', lin), {}, 'fits', run(some.station));
    fits(assign('individual', lin), {}, 'unverified');
    isRefused(assign('individual', lin), {}, [
      point,
      anAssignment({ assignmentId: some.another, holder: { orgId: some.exitDesk } }),
    ]);
  });

  it('A12: may be anybody who only assists', () => {
    const helps = { ...assign('territorial'), data: { ...assign('territorial').data, capacity: 'assisting' as const } };
    given(point).when(helps, {}, { AssignParty: body }).then({ type: 'PartyAssigned', data: helps.data });
  });
});
