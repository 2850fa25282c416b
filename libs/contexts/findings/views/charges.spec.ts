import type { Happening } from '#kernel';
import { rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import type { FindingEvent } from '../finding.events.js';
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
  aVerifierTeam,
  aVoiding,
  later,
  some,
} from '../finding.examples.js';
import { closureRates } from './closure-rate.js';
import { findingCard } from './finding-card.view.js';

type Past = FindingEvent & { readonly at?: Partial<Happening> };

const justLate = '2022-04-01T09:00:00.001Z';
const longBefore = '2022-03-20T09:00:00.000Z';
const by = (actorId: Happening['actorId'], event: FindingEvent): Past => ({ ...event, at: { actorId } });
/** What is recorded as it happens, unless it says otherwise. */
const asItHappens = (at: Partial<Happening>) => ({ ...(at.recordedAt && { occurredAt: at.recordedAt }), ...at });
const round = (reportedAt: Partial<Happening>, order: Parameters<typeof anOrder>[0] = {}): Past[] => [
  ...[anOrder({ dueAt: later, ...order }), anAcknowledgement, aPlan(), anApproval],
  ...[{ ...aCompletion(), at: asItHappens(reportedAt) }, aVerifierTeam()],
];
const passed = [by(some.verifier, aPass()), aCloseOut()];
const aCloseOutRefusal: Past = { type: 'CloseOutRefused', data: { reason: 'The cause is still there' } };
const begun = [anObservation(), aConfirmation];
const again = { unitId: some.center, dueAt: '2023-01-01T00:00:00.000Z' };

const chargesAfter = (...events: readonly Past[]) =>
  rowsAfter(findingCard, some.finding, ...events).get(some.finding)?.charges ?? [];
const charged = (...events: readonly Past[]) => {
  const all = chargesAfter(...events);
  const to = (who: string) => all.filter((one) => one.endsWith(who)).map((one) => one.split(' ')[0]);
  return { station: to(some.station), center: to(some.center), verifier: to(some.verifier) };
};

describe('F6: what a round is charged with', () => {
  it('goes to its unit and to its verifier', () => {
    const both = ['onTime', 'onTimeExtended'];
    expect(charged(...begun, ...round({ recordedAt: later }), ...passed)).toMatchObject({
      station: both,
      verifier: both,
    });
    expect(charged(...begun, ...round({ recordedAt: justLate }), ...passed)).toMatchObject({
      station: ['late'],
      verifier: ['late'],
    });
  });

  it('stays there when the next round goes to somebody else, who begins anew', () => {
    const first = [...begun, ...round({ recordedAt: justLate }), ...passed, aRelapse, aReopening];
    const { station, center, verifier } = charged(...first, ...round({ recordedAt: later }, again), ...passed);
    expect(station).toEqual(['late', 'relapsed']);
    expect(center).toEqual(['onTime', 'onTimeExtended']);
    expect(verifier).toEqual(['late', 'relapsed', 'onTime', 'onTimeExtended']);
  });

  it('is a return by a verifier, or by the acceptor', () => {
    const once = [...begun, ...round({ recordedAt: later })];
    expect(charged(...once, aFailure()).station).toEqual(['returned']);
    expect(charged(...once, by(some.verifier, aPass()), aCloseOutRefusal).station).toEqual(['returned']);
  });

  it('W3: is neither on time nor late where the report was entered late by its two times, then or afterwards', () => {
    const entered = [...begun, ...round({ occurredAt: longBefore, recordedAt: justLate }), ...passed];
    expect(charged(...entered).station).toEqual(['lateEntry']);
    const anew = [...entered, aRelapse, aReopening, ...round({ recordedAt: later }, again), ...passed];
    expect(charged(...anew)).toMatchObject({
      station: ['lateEntry', 'relapsed'],
      center: ['onTime', 'onTimeExtended'],
    });
  });

  it('is nothing of what does not count', () => {
    expect(chargesAfter(...begun, ...round({ recordedAt: later }), ...passed, aVoiding)).toEqual([]);
    expect(chargesAfter(...begun)).toEqual([]);
  });
});

describe('F6: the closure rate of a unit', () => {
  const group = (value: string, total: number, counts: Record<string, number> = {}) => ({ value, total, counts });

  it('counts what its own rounds are charged with, whoever has the finding now', () => {
    // One finding: the station was late and it relapsed, the center mended it in time.
    const groups = [group(some.center, 1, { counted: 1, closedOut: 1, onTime: 0, late: 1, relapsed: 1 })];
    const charges = [
      ...[group(`late ${some.station}`, 1), group(`relapsed ${some.station}`, 1), group(`onTime ${some.center}`, 1)],
      ...[group(`late ${some.verifier}`, 1)],
    ];
    expect(closureRates(groups, 'unit', charges)).toMatchObject([
      { unit: { id: some.center }, confirmed: 1, closedOut: 1, onTime: 1, late: 0, relapsed: 0, onTimeRate: 1 },
      { unit: { id: some.station }, confirmed: 0, onTime: 0, late: 1, relapsed: 1, onTimeRate: 0 },
    ]);
    expect(closureRates([group(some.verifier, 1)], 'verifier', charges)).toMatchObject([
      { verifier: { id: some.verifier }, confirmed: 1, late: 1 },
    ]);
  });
});

describe('W3: on time', () => {
  const onTime = (...events: readonly Past[]) =>
    rowsAfter(findingCard, some.finding, ...events).get(some.finding)?.onTime;

  it('is null of what nobody reported done, and of a late entry', () => {
    expect(onTime(...begun, anOrder())).toBeUndefined();
    expect(onTime(...begun, ...round({ recordedAt: later }))).toBe(false);
    expect(onTime(...begun, ...round({ recordedAt: later }), ...passed)).toBe(true);
    expect(onTime(...begun, ...round({ occurredAt: longBefore, recordedAt: later }), ...passed)).toBeUndefined();
    expect(onTime(...begun, ...round({ recordedAt: later }), ...passed, aRelapse)).toBe(false);
  });
});
