import { evolve, idOf, isSameKey, type Id } from '#kernel';
import { actOf, aLog, by, specification, withClaims } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { finding } from './finding.decider.js';
import type { FindingEvent } from './finding.events.js';
import { findingStream } from './finding.evolve.js';
import { anObservation, aConfirmation, anOrder, at, occasion, some } from './finding.examples.js';
import { beside, known } from './finding.facts.examples.js';
import { freeNumber, numberShown, yearOfRecord } from './finding.number.js';

const given = specification(finding, occasion, known, beside);
const number = { type: 'NumberFinding', data: { number: 1 } } as const;
const numbered = (n: number, year = 2022) => ({ type: 'FindingNumbered', data: { year, number: n } }) as const;
const observed = by({ orgId: some.office, recordedAt: at }, anObservation());
const free = (n: number) => ({ NumberFinding: { orgId: some.office, year: 2022, number: n } });

describe('the number of a finding', () => {
  it('is given once, at whatever stage', () => {
    given().when(number).thenRefused('NOT_RECORDED');
    given(observed).when(number, {}, free(3)).then(numbered(3));
    given(observed, aConfirmation, anOrder()).when(number, {}, free(3)).then(numbered(3));
    given(observed, numbered(3)).when(number, {}, free(4)).then();
    // An order begins anew, and the number stays.
    expect(given(observed, numbered(3), aConfirmation, anOrder()).state()).toMatchObject({ number: 3 });
  });

  it('is none where no body recorded it', () => {
    given(observed).when(number, {}, { NumberFinding: undefined }).then();
  });

  it('is of the year in China in which the log took it, whenever it happened', () => {
    expect(yearOfRecord('2022-12-31T15:59:59.999Z')).toBe(2022);
    expect(yearOfRecord('2022-12-31T16:00:00.000Z')).toBe(2023);
    expect(numberShown(2025, 3)).toBe('WT-2025-0003');
    expect(numberShown(2025, 12_345)).toBe('WT-2025-12345');
  });

  /** Others of the same body and year that have these numbers, or are about to. */
  const taken = (...others: readonly { readonly n: number; readonly underWay?: true; readonly given?: number }[]) => {
    const idOfOther = (n: number) => idOf('finding', `00000000-0000-4000-8000-${String(900 + n).padStart(12, '0')}`);
    const streams = others.map(({ n, given: has = n, underWay }): [Id, (typeof observed | FindingEvent)[]] => [
      idOfOther(n),
      [observed, ...(underWay ? [] : [numbered(has)])],
    ]);
    const log = withClaims(aLog(Object.fromEntries([[some.finding, [observed]], ...streams])), (key) =>
      others
        .filter(({ n }) => isSameKey(key, ['finding.number', some.office, '2022', String(n)]))
        .map(({ n, underWay = false }) => ({ by: idOfOther(n), seenBy: 'everybody', occurredAt: at, underWay })),
    );
    const own = { stream: some.finding, state: () => log.state(findingStream, some.finding) };
    return freeNumber(log, number.data, own);
  };

  it('is the first that no other of that body and year has, or is about to have', async () => {
    expect(await taken()).toEqual({ orgId: some.office, year: 2022, number: 1 });
    expect(await taken({ n: 1 }, { n: 2, underWay: true })).toMatchObject({ number: 3 });
    // A claim that came to nothing: what laid it has another number.
    expect(await taken({ n: 1, given: 2 })).toMatchObject({ number: 1 });
  });

  it('is claimed, so that of two that are given the same at one moment one looks again', () => {
    const state = evolve(
      findingStream,
      findingStream.initial,
      anObservation(),
      actOf({ ...occasion, orgId: some.office }),
    );
    const decision = finding.decide.NumberFinding(number.data, state, occasion, free(7).NumberFinding);
    expect('claims' in decision && decision.claims.map(({ key }) => key)).toEqual([
      ['finding.number', some.office, '2022', '7'],
    ]);
  });
});
