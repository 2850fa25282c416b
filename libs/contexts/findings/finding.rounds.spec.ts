import { by, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { finding } from './finding.decider.js';
import type { FindingEvent } from './finding.events.js';
import {
  aCloseOut,
  aCompletion,
  aConfirmation,
  aFailure,
  anAcknowledgement,
  anApproval,
  anObservation,
  anOrder,
  aPass,
  aPlan,
  aRelapse,
  aReopening,
  as,
  aVerifierTeam,
  due,
  occasion,
  some,
} from './finding.examples.js';
import { beside, known } from './finding.facts.examples.js';
import type { Round } from './finding.round.js';
import { ownerOf } from './finding.stakes.js';

const given = specification(finding, occasion, known, beside);
type Past = FindingEvent & { readonly act?: object };

/** Recorded when it happened, unless the act says otherwise. */
const recorded = (recordedAt: string, act: object, event: FindingEvent): Past =>
  by({ occurredAt: recordedAt, ...act, recordedAt }, event);
const overdue = '2022-04-14T16:00:00.001Z';
const order = anOrder();
const start: Past[] = [anObservation({ subjectOrgId: some.colleagues }), aConfirmation];
const begun: Past[] = [...start, order, by(as.unit, anAcknowledgement), by(as.unit, aPlan()), anApproval];
const done = (at: string): Past[] => [recorded(at, as.unit, aCompletion()), aVerifierTeam()];
const closedAt = (at: string): Past[] => [
  ...begun,
  ...done(at),
  by(as.verifier, aPass()),
  by(as.acceptor, aCloseOut()),
];
const again: Past[] = [aRelapse, aReopening, anOrder({ unitId: some.center, dueAt: '2023-01-01T00:00:00.000Z' })];

const roundsOf = (...past: readonly Past[]): readonly Round[] => {
  const state = given(...past).state();
  return state.is === 'new' ? [] : state.rounds;
};
const orgsOf = (...past: readonly Past[]) => {
  const state = given(...past).state();
  return state.is === 'new' ? [] : ownerOf(state.stakes).orgs;
};

describe('the rounds of a finding', () => {
  it('F6: are one for each order, and keep the unit, the due time and what came of it', () => {
    const [first, second] = roundsOf(...closedAt(due), ...again);
    expect(first).toMatchObject({
      ...{ unit: some.station, acceptor: some.office, firstDueAt: due, dueAt: due, extensions: 0, late: false },
      completion: { at: due, by: some.stationHead },
      results: [{ by: some.verifier, orgId: some.center, passed: true }],
      closedOut: { by: some.commander },
      outcome: 'relapsed',
    });
    expect(second).toMatchObject({ unit: some.center, results: [], returned: 0, late: false });
    expect(second).not.toHaveProperty('outcome');
  });

  it('F6, W3: late is measured by when the report that passed was recorded, whatever it says of itself', () => {
    expect(roundsOf(...closedAt(due)).map(({ late }) => late)).toEqual([false]);
    const dated = (occurredAt: string) => recorded(overdue, { ...as.unit, occurredAt }, aCompletion());
    const passed = (occurredAt: string) =>
      roundsOf(...begun, dated(occurredAt), aVerifierTeam(), by(as.verifier, aPass())).map(({ late }) => late);
    const [aWhileBefore, weeksBefore] = ['2022-04-14T15:50:00.000Z', '2022-04-01T09:00:00.000Z'];
    expect(passed(aWhileBefore)).toEqual([true]);
    expect(roundsOf(...begun, dated(aWhileBefore)).map(({ late }) => late)).toEqual([false]);
    // What two people told later counts apart: neither on time nor late.
    expect(passed(weeksBefore)).toEqual([false]);
  });

  it('F6: once late is late for good', () => {
    expect(roundsOf(...closedAt(overdue), ...again).map(({ late }) => late)).toEqual([true, false]);
  });

  it('F6: a return is charged to the round in which it happens', () => {
    const back: Past[] = [...begun, ...done(due), by(as.verifier, aFailure()), ...done(due), by(as.verifier, aPass())];
    const refused: FindingEvent = { type: 'CloseOutRefused', data: { reason: 'Gate 3' } };
    const [first, second] = roundsOf(...back, refused, ...again);
    expect(first).toMatchObject({ returned: 2, results: [{ passed: false }, { passed: true }] });
    expect(second).toMatchObject({ returned: 0 });
  });
});

describe('who may see a finding', () => {
  it('F6: does not shrink when it is ordered anew: what was theirs stays theirs', () => {
    const [acceptor, verifier] = [some.inspectorate, some.center];
    const first = [...start, anOrder({ acceptorOrgId: acceptor }), aVerifierTeam()];
    const orgs = orgsOf(...first, aReopening, anOrder({ unitId: some.office, acceptorOrgId: some.office }));
    expect(orgs).toEqual(expect.arrayContaining([some.station, acceptor, verifier]));
  });

  it('F6: does not shrink when others are named to verify', () => {
    const others = aVerifierTeam({ verifiers: [{ personId: some.second, orgId: some.inspectorate }] });
    expect(orgsOf(...start, order, aVerifierTeam(), others)).toContain(some.center);
  });

  it('takes in the body that it is about once it is confirmed', () => {
    expect(orgsOf(...start.slice(0, 1))).not.toContain(some.colleagues);
    expect(orgsOf(...start)).toContain(some.colleagues);
  });
});
