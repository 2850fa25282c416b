import { idOf, type Id, type LaidClaim, type StateReader } from '#kernel';
import { aLog, by, specification, withClaims } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { finding } from './finding.decider.js';
import { aFile, anObservation, at, aVoiding, aConfirmation, occasion, some } from './finding.examples.js';
import { saying } from './finding.files.examples.js';
import { around, beside, known } from './finding.facts.examples.js';
import { twinsOf } from './finding.twins.js';

const { territoryPath: _, answerable: __, ...observed } = anObservation().data;
const record = { type: 'RecordObservation', data: saying(observed) } as const;
const given = specification(finding, occasion, known, beside);
const other = idOf('finding', '00000000-0000-4000-8000-000000000040');

/** A log in which one other finding has laid the claims under which this is looked for. */
const claimed = (words: string, events: Parameters<typeof aLog>[0][Id], more: Partial<LaidClaim> = {}): StateReader => {
  const laid = {
    ...{ by: other, seenBy: { territory: some.cityPath, orgs: [] }, occurredAt: at, underWay: false },
    ...more,
  };
  return withClaims(aLog({ [other]: events.map((one) => by({ occurredAt: at }, one)) }), (key) =>
    key[0] === words ? [laid] : [],
  );
};
const twins = (read: StateReader, occurredAt = at, more: Partial<typeof observed> = {}) =>
  twinsOf(read, { ...observed, ...more }, { stream: some.finding, occurredAt });

describe('what may be the same', () => {
  it('F8: is refused with the ids of what is there, unless it is named as another', () => {
    const knowing = { RecordObservation: { ...around, twins: [other] } };
    given().when(record, {}, knowing).thenRefused('POSSIBLE_DUPLICATE', 'notDuplicateOf');
    const told = { ...record, data: { ...record.data, notDuplicateOf: [other] } };
    given()
      .when(told, {}, knowing)
      .then(anObservation({ notDuplicateOf: [other] }));
    given()
      .when(
        { type: 'RecordGapFinding', data: { ...record.data, dutyPointId: some.dutyPoint } },
        {},
        {
          RecordGapFinding: {
            ...knowing.RecordObservation,
            dutyPoint: { territoryPath: '', holders: [], hasGap: true },
          },
        },
      )
      .thenRefused('POSSIBLE_DUPLICATE', 'notDuplicateOf');
  });

  it('F8: is of the same place, class and duty point within a day', async () => {
    const there = claimed('finding', [anObservation()]);
    expect(await twins(there)).toEqual([other]);
    expect(await twins(there, '2022-04-01T09:00:00.000Z')).toEqual([other]);
    expect(await twins(there, '2022-04-01T09:00:00.001Z')).toEqual([]);
    expect(await twins(there, '2022-03-30T08:59:59.999Z')).toEqual([]);
  });

  it('F8: has the same file, whenever it was', async () => {
    const there = claimed('evidence', [anObservation()]);
    expect(await twins(there, '2023-01-01T00:00:00.000Z')).toEqual([other]);
    expect(await twins(there, at, { evidence: [] })).toEqual([]);
  });

  it('F8: is a gap finding of the same duty point, as long as that is open', async () => {
    const gap = { kind: 'gap', class: 'responsibilityGap', dutyPointId: some.dutyPoint } as const;
    const there = claimed('gap', [anObservation(gap)]);
    const later = '2023-01-01T00:00:00.000Z';
    expect(await twins(there, later, gap)).toEqual([other]);
    expect(await twins(there, later, { ...gap, kind: 'inspection' })).toEqual([]);
    expect(await twins(claimed('gap', [anObservation(gap), aConfirmation, aVoiding]), later, gap)).toEqual([]);
  });

  it('F8: counts neither what is void nor what says otherwise by now', async () => {
    expect(await twins(claimed('finding', [anObservation(), aConfirmation, aVoiding]))).toEqual([]);
    expect(await twins(claimed('finding', [anObservation({ class: 'lostControl' })]))).toEqual([]);
  });

  it('F8: may still be on its way into the log', async () => {
    expect(await twins(claimed('finding', [], { underWay: true }))).toEqual([other]);
  });

  it('F8: is looked for under one name, however a place is written', async () => {
    const keys: string[] = [];
    const read = withClaims(aLog({}), (key) => {
      keys.push(JSON.stringify(key));
      return [];
    });
    await twins(read, at, { place: 'Gate 2', evidence: [] });
    await twins(read, at, { place: ' gate  ２', evidence: [aFile(1), aFile(2, aFile(1).sha256)] });
    expect(new Set(keys).size).toBe(2);
  });
});
