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
import { findingAt } from './deadlines.js';
import { findingCard } from './finding-card.view.js';

type Past = FindingEvent & { readonly at?: Partial<Happening> };
const cardAfter = (...events: readonly Past[]) =>
  rowsAfter(findingCard, some.finding, ...events.map((event) => ({ ...event, at: { ...office, ...event.at } }))).get(
    some.finding,
  );
const aDismissal = { type: 'ObservationDismissed', data: { reason: 'Nothing of it was so' } } as const;
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
    const { confirmed, counted, closedOut, onTime, late, lateEntry, returned, relapsed } = cardAfter(...events) ?? {};
    return Object.entries({ confirmed, counted, closedOut, onTime, late, lateEntry, returned, relapsed })
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

  describe('W3, F6: on time and late', () => {
    const due = anOrder({ dueAt: later });
    const justLate = '2022-04-01T09:00:00.001Z';
    const started = (order = due): Past[] => [order, anAcknowledgement, aPlan(), anApproval];
    /** Recorded as it happens, unless it says otherwise. */
    const report = (at: Partial<Happening>): Past => ({
      ...aCompletion(),
      at: { ...(at.recordedAt && { occurredAt: at.recordedAt }), ...at },
    });
    const struckOff: Past[] = [aVerifierTeam(), aPass(), aCloseOut()];
    const story = (at: Partial<Happening>): Past[] => [
      anObservation(),
      aConfirmation,
      ...started(),
      report(at),
      ...struckOff,
    ];
    const told = (...events: readonly Past[]) =>
      flags(...events).filter((flag) => ['onTime', 'late', 'lateEntry'].includes(flag));

    it.each<[string, Partial<Happening>, string[]]>([
      ['the record of the report by the first due time is on time', { recordedAt: later }, ['onTime']],
      ['the record after it is late', { recordedAt: justLate }, ['late']],
      [
        'what is said of the time changes nothing',
        { occurredAt: later, recordedAt: justLate, source: 'import' },
        ['late'],
      ],
      [
        'W3: what was entered late by its two times counts apart, whatever its source',
        { occurredAt: '2022-04-01T07:44:00.000Z', recordedAt: justLate },
        ['lateEntry'],
      ],
    ])('%s', (_, at, expected) => {
      expect(told(...story(at))).toEqual(expected);
    });

    it('W3: is no late entry within what acts in the field may be dated back by themselves', () => {
      const days = (n: number) => new Date(Date.parse(justLate) - n * 86_400_000).toISOString();
      const aFix: FindingEvent = {
        type: 'ImmediateFixReported',
        data: { description: 'Net hung', before: [aFile()], after: [aFile()] },
      };
      const fixed = (occurredAt: string): Past => ({ ...aFix, at: { occurredAt, recordedAt: justLate } });
      const fix = (at: string) => told(anObservation(), aConfirmation, due, anAcknowledgement, fixed(at), ...struckOff);
      expect(fix(days(7))).toEqual(['late']);
      expect(fix(days(8))).toEqual(['lateEntry']);
    });

    it('is the report that a verification then passed, not one that it sent back', () => {
      const failed = [report({ recordedAt: later }), aVerifierTeam(), aFailure()];
      const again = [report({ recordedAt: justLate }), ...struckOff];
      expect(told(anObservation(), aConfirmation, ...started(), ...failed, ...again)).toEqual(['late']);
    });

    it('late once is late for good, relapse and a later due time or not', () => {
      const relapsed = [...story({ recordedAt: justLate }), aRelapse, aReopening];
      expect(told(...relapsed)).toEqual(['late']);
      const again = started(anOrder({ dueAt: '2023-01-01T00:00:00.000Z' }));
      expect(told(...relapsed, ...again, report({ recordedAt: later }), ...struckOff)).toEqual(['late']);
    });

    it('the first due time never moves, and the present one stands beside it', () => {
      const next = '2022-05-01T00:00:00.000Z';
      const again = [...story({ recordedAt: later }), aRelapse, aReopening, ...started(anOrder({ dueAt: next }))];
      expect(cardAfter(...again)?.rectification).toMatchObject({ round: 2, originalDueAt: later, dueAt: next });
      const closedAgain = cardAfter(...again, report({ recordedAt: next }), ...struckOff);
      expect(closedAgain).toMatchObject({ onTime: false, onTimeExtended: true, late: true });
    });
  });

  it('F6: keeps each round that is over with its unit and its verifiers', () => {
    const sentBack = [...reported, aVerifierTeam(), aFailure(), aCompletion(), aVerifierTeam(), aPass(), aCloseOut()];
    const shown = (...events: readonly Past[]) => {
      const card = cardAfter(...events);
      return card && findingAt(card, later);
    };
    expect(shown(...sentBack)?.earlierRounds).toEqual([]);
    const again = shown(...sentBack, aRelapse, aReopening, anOrder({ unitId: some.center }));
    expect(again?.earlierRounds).toMatchObject([
      {
        unit: { id: some.station },
        results: [
          { person: { id: some.inspector }, passed: false },
          { person: { id: some.inspector }, passed: true },
        ],
        returned: 1,
        relapsed: true,
      },
    ]);
    expect(again?.rectification).toMatchObject({ round: 2, unit: { id: some.center }, verifications: [] });
  });
});

describe('T3: what is overdue and due soon', () => {
  const dueAt = '2022-04-14T16:00:00.000Z';
  const told = (moment: string, ...events: readonly Past[]) => {
    const card = cardAfter(...events);
    const { overdue, dueSoon } = card ? findingAt(card, moment) : { overdue: undefined, dueSoon: undefined };
    return { overdue, dueSoon };
  };

  it.each([
    ['three days before', '2022-04-11T15:59:59.999Z', { overdue: false, dueSoon: false }],
    ['within three days', '2022-04-11T16:00:00.001Z', { overdue: false, dueSoon: true }],
    ['at the very instant', dueAt, { overdue: false, dueSoon: true }],
    ['after it', '2022-04-14T16:00:00.001Z', { overdue: true, dueSoon: false }],
  ])('is told by the moment looked at: %s', (_, moment, expected) => {
    expect(told(moment, ...ordered.slice(0, 2), anOrder({ dueAt }))).toEqual(expected);
  });

  const long = '2030-01-01T00:00:00.000Z';
  it.each<[string, Past[], boolean]>([
    ['an observation has no due time', [anObservation()], false],
    ['a finding without an order has none', [anObservation(), aConfirmation], false],
    ['what is reported and not struck off is open', reported, true],
    ['what is struck off is not', closed, false],
    ['what relapsed is open again', [...closed, aRelapse], true],
    ['what is voided is not', [...ordered, aVoiding], false],
  ])('is told of what is open: %s', (_, events, overdue) => {
    expect(told(long, ...events)).toEqual({ overdue, dueSoon: false });
  });
});

describe('what people said of a finding', () => {
  const by = { person: { id: some.inspector }, organisation: { id: some.office } };

  it.each<[string, Past[], object]>([
    ['dismissed', [anObservation(), aDismissal], { dismissal: { ...by, reason: aDismissal.data.reason } }],
    ['voided', [...ordered, aVoiding], { voiding: { ...by, reason: aVoiding.data.reason } }],
    ['opened again', [...closed, aRelapse, aReopening], { reopening: { ...by, reason: aReopening.data.reason } }],
  ])('stands where it was %s', (_, events, expected) => {
    expect(cardAfter(...events)).toMatchObject(expected);
  });

  it('stands in its rectification: what each verifier found, what was answered at the close-out, the looks back', () => {
    const sentBack = [...reported, aVerifierTeam(), aFailure(), aCompletion(), aVerifierTeam(), aPass(), aCloseOut()];
    const card = cardAfter(...sentBack, aRelapse);
    expect(card?.rectification).toMatchObject({
      verifications: [
        { ...by, passed: false, outcomeClass: aFailure().data.outcomeClass },
        { ...by, passed: true, outcomeClass: 'effective' },
      ],
      closeOut: { ...by, conditions: aCloseOut().data.conditions, computed: aCloseOut().data.computed },
      lookBacks: [{ ...by, outcome: 'relapsed' }],
    });
  });
});

describe('who a finding is shown to', () => {
  const orgs = (...events: readonly Past[]) => {
    const card = cardAfter(...events);
    return card && typeof findingCard.owner === 'function' ? findingCard.owner(card).orgs : [];
  };
  const observed = anObservation({ subjectOrgId: some.center });

  it('the body that it is about, from its confirmation on', () => {
    expect(orgs(observed)).toEqual([some.office]);
    expect(orgs(observed, aConfirmation)).toEqual([some.office, some.center]);
    expect(orgs(observed, aConfirmation, anOrder())).toEqual([some.office, some.center, some.station]);
  });
});
