import { rowsAfter } from '#kernel/testing';
import type { Happening } from '#kernel';
import { describe, expect, it } from '@jest/globals';
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
  aVoiding,
  later,
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
    ['a voided finding no longer counts', [...closed, aVoiding], ['confirmed']],
  ])('%s', (_, events, expected) => {
    expect(flags(...events)).toEqual(expected);
  });

  it('W3: on time is judged by when it was recorded that the unit reported it done, against the original due time', () => {
    const due = anOrder({ dueAt: later });
    const story = (reportedAt: string): Past[] => [
      anObservation(),
      aConfirmation,
      due,
      anAcknowledgement,
      aPlan(),
      anApproval,
      { ...aCompletion(), at: { recordedAt: reportedAt } },
      aVerifierTeam(),
      aPass(),
      { ...aCloseOut(), at: { occurredAt: '2022-06-01T00:00:00.000Z' } },
    ];
    expect(flags(...story(later))).toContain('onTime');
    expect(flags(...story('2022-04-01T09:00:00.001Z'))).toContain('late');
  });
});
