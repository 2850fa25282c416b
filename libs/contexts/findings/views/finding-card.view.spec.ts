import { rowsAfter } from '#kernel/testing';
import { evolve, type Happening } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { finding } from '../finding.decider.js';
import type { FindingEvent } from '../finding.events.js';
import {
  aCloseOut,
  aCompletion,
  aConfirmation,
  aFailure,
  aFile,
  anAcknowledgement,
  anApproval,
  anObservation,
  anOrder,
  aPass,
  aPlan,
  aRelapse,
  aReopening,
  aVerifierTeam,
  later,
  occasion,
  some,
} from '../finding.examples.js';
import { findingCard } from './finding-card.view.js';

type Past = FindingEvent & { readonly at?: Partial<Happening> };
const cardAfter = (...events: readonly Past[]) =>
  rowsAfter(findingCard, some.finding, ...events.map((event) => ({ ...event, at: { ...office, ...event.at } }))).get(
    some.finding,
  );
const office = { actorId: some.inspector, orgId: some.office };
const ordered = [anObservation(), aConfirmation, anOrder()];
const reported = [...ordered, anAcknowledgement, aPlan(), anApproval, aCompletion()];
const verified = [...reported, aVerifierTeam(), aPass()];
const closed = [...verified, aCloseOut()];

describe('a finding’s card', () => {
  it('shows what was seen, where, and who answered for it then', () => {
    const answerable = [{ party: 'unit', capacity: 'lead', orgId: some.station } as const];
    expect(cardAfter(anObservation({ dutyPointId: some.dutyPoint, answerable }))).toMatchObject({
      id: some.finding,
      status: 'observed',
      kind: 'inspection',
      class: 'inadequateControl',
      severity: 'minor',
      description: 'No thermometer at gate 2',
      place: 'Gate 2',
      territory: { id: some.city },
      dutyPoint: { id: some.dutyPoint },
      recordedBy: { id: some.inspector },
      evidence: [aFile(1)],
      answerable: [{ party: 'unit', lead: true, organisation: { id: some.station } }],
      confirmed: false,
      counted: false,
    });
  });

  it('carries the whole rectification', () => {
    expect(cardAfter(...closed)?.rectification).toMatchObject({
      unit: { id: some.station },
      acceptor: { id: some.office },
      originalDueAt: anOrder().data.dueAt,
      measures: [{ responsible: { id: some.stationHead }, verifier: { id: some.center } }],
      rootCause: 'Nobody was in charge of supplies',
      verifiers: [{ person: { id: some.verifier }, organisation: { id: some.center } }],
      outcomeClass: 'effective',
      completionReportedAt: '2022-03-31T09:06:00.000Z',
      closedOutAt: '2022-03-31T09:09:00.000Z',
    });
  });

  it('stands where the decider’s own state stands, and belongs to the same bodies', () => {
    const dismissed = { type: 'ObservationDismissed', data: { reason: 'sealed' } } as const;
    const refused = { type: 'CloseOutRefused', data: { reason: 'sealed' } } as const;
    const fix = { type: 'ImmediateFixReported', data: { description: 'sealed', before: [], after: [] } } as const;
    const voided = { type: 'FindingVoided', data: { reason: 'sealed' } } as const;
    const stories: FindingEvent[][] = [
      [anObservation(), dismissed],
      [...closed, { type: 'LookBackPassed', data: { evidence: [] } }, aRelapse, aReopening, anOrder(), voided],
      [...reported, aVerifierTeam(), aFailure()],
      [...ordered, anAcknowledgement, aPlan(), { type: 'PlanReturned', data: { reason: 'sealed' } }],
      [
        ...ordered,
        anAcknowledgement,
        { ...fix, data: { ...fix.data, before: [], after: [] } },
        aVerifierTeam(),
        aFailure(),
      ],
      [...verified, refused],
    ];
    for (const story of stories) {
      story.forEach((_, index) => {
        const events = story.slice(0, index + 1);
        const state = events.reduce(
          (now, event) => evolve(finding, now, event, { ...occasion, ...office }),
          finding.initial,
        );
        const card = cardAfter(...events);
        expect(card?.status).toBe(state.is);
        expect(card && typeof findingCard.owner === 'function' && findingCard.owner(card)).toEqual(
          finding.owner(state, { type: 'ConfirmFinding', data: {} }, {}),
        );
      });
    }
  });
});

describe('the flags of a finding', () => {
  const flags = (...events: readonly Past[]) => {
    const { confirmed, counted, closedOut, onTime, late, returned, relapsed } = cardAfter(...events) ?? {};
    return Object.entries({ confirmed, counted, closedOut, onTime, late, returned, relapsed })
      .filter(([, value]) => value)
      .map(([name]) => name);
  };

  it.each<[string, Past[], string[]]>([
    ['an observation is not counted', [anObservation()], []],
    ['a finding is counted once confirmed', ordered, ['confirmed', 'counted']],
    ['verified is not closed', verified, ['confirmed', 'counted']],
    ['closed in time', closed, ['confirmed', 'counted', 'closedOut', 'onTime']],
    ['a relapse is not closed', [...closed, aRelapse], ['confirmed', 'counted', 'relapsed']],
    [
      'a relapse is remembered after a second close-out',
      [...closed, aRelapse, aReopening, ...reported.slice(2), aVerifierTeam(), aPass(), aCloseOut()],
      ['confirmed', 'counted', 'closedOut', 'onTime', 'relapsed'],
    ],
    [
      'a failed verification is remembered',
      [...reported, aVerifierTeam(), aFailure(), aCompletion(), aVerifierTeam(), aPass(), aCloseOut()],
      ['confirmed', 'counted', 'closedOut', 'onTime', 'returned'],
    ],
    ['a voided finding no longer counts', [...closed, { type: 'FindingVoided', data: { reason: 'x' } }], ['confirmed']],
  ])('%s', (_, events, expected) => {
    expect(flags(...events)).toEqual(expected);
  });

  it('on time is judged by when the unit reported it done, against the original due time', () => {
    const due = anOrder({ dueAt: later });
    const story = (reportedAt: string): Past[] => [
      anObservation(),
      aConfirmation,
      due,
      anAcknowledgement,
      aPlan(),
      anApproval,
      { ...aCompletion(), at: { occurredAt: reportedAt } },
      aVerifierTeam(),
      aPass(),
      { ...aCloseOut(), at: { occurredAt: '2022-06-01T00:00:00.000Z' } },
    ];
    expect(flags(...story(later))).toContain('onTime');
    expect(flags(...story('2022-04-01T09:00:00.001Z'))).toContain('late');
  });
});
