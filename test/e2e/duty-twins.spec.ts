import { randomUUID } from 'node:crypto';
import { dutyPoint } from '#contexts/duties';
import { territory } from '#contexts/parties';
import { idOf, pathBelow, type Id } from '#kernel';
import { claim } from '#platform/claims';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, Gate, othersIn, person } from '../support/two-at-once.js';

const city = idOf('territory', '00000000-0000-4000-8000-000000000001');
const county = idOf('territory', '00000000-0000-4000-8000-000000000002');
const admin = person(0, '', ['admin']);
const one = person(1, pathBelow('', city), ['hq']);
const two = person(2, pathBelow('', city), ['commander']);
const ofCounty = person(3, pathBelow(pathBelow('', city), county), ['hq']);

describe('F8: two who define a duty point for one thing', () => {
  let gate: Gate;

  const point = (more: object = {}) => ({
    ...{ matter: 'Health codes', step: 'Check', place: 'North exit', territoryId: city },
    ...{ requiredParties: ['unit'], standard: 'Everybody', ...more },
  });
  const define = (actor: typeof one, more: object = {}, id: Id = `dutyPoint-${randomUUID()}`) =>
    gate.ask(actor, dutyPoint, id, { type: 'DefineDutyPoint', data: point(more) });
  const correct = (actor: typeof one, id: Id, more: object) =>
    gate.ask(actor, dutyPoint, id, { type: 'CorrectDutyPoint', data: { reason: 'Mistyped', ...more } });
  const defined = async (more: object = {}): Promise<Id> => {
    const outcome = await define(one, more);
    if (!outcome.recorded) throw new Error(`it was expected to be defined: ${outcome.code}`);
    return outcome.id;
  };

  beforeEach(async () => {
    gate = new Gate([territory, dutyPoint, claim]);
    const place = { level: 'city', validFrom: '2000-01-01T00:00:00.000Z' };
    await gate.ask(admin, territory, city, { type: 'AddTerritory', data: { ...place, name: 'City Q' } });
    const below = { ...place, name: 'County K1', level: 'county', parentId: city };
    await gate.ask(admin, territory, county, { type: 'AddTerritory', data: below });
  });

  it('F8: at the same moment: one is defined, and the other is told of it', async () => {
    const outcomes = await gate.atOnce(
      () => define(one),
      () => define(two, { requiredParties: ['individual'] }),
    );
    expect(outcomes.map(codeOf).sort()).toEqual(['POSSIBLE_DUPLICATE', 'recorded']);
    const [first, second] = outcomes.sort((outcome) => (outcome.recorded ? -1 : 1));
    if (!first?.recorded || !second) throw new Error('one of each was expected');
    expect(othersIn(second)).toEqual([first.id]);
  });

  it('F8: is defined once the other is named, or lies elsewhere', async () => {
    const first = await defined();
    expect(othersIn(await define(two))).toEqual([first]);
    expect(codeOf(await define(two, { territoryId: county }))).toBe('recorded');
    expect(codeOf(await define(two, { notDuplicateOf: [first] }))).toBe('recorded');
  });

  it('F8: one of another place that nobody there may see counts as absent, and cannot be named', async () => {
    const first = await defined();
    expect(codeOf(await define(ofCounty, { territoryId: county }))).toBe('recorded');
    expect(codeOf(await define(ofCounty, { territoryId: county, place: 'Gate', notDuplicateOf: [first] }))).toBe(
      'NOT_FOUND',
    );
  });

  it('F8, F9: corrected into one thing at the same moment: one is corrected, and what it was before is free', async () => {
    const [a, b] = [await defined({ place: 'A' }), await defined({ place: 'B' })];
    const outcomes = await gate.atOnce(
      () => correct(one, a, { place: 'C' }),
      () => correct(two, b, { place: 'C' }),
    );
    expect(outcomes.map(codeOf).sort()).toEqual(['POSSIBLE_DUPLICATE', 'recorded']);
    const [free, held] = outcomes[0]?.recorded ? ['A', 'B'] : ['B', 'A'];
    expect(codeOf(await define(one, { place: free }))).toBe('recorded');
    expect(codeOf(await define(one, { place: held }))).toBe('POSSIBLE_DUPLICATE');
    expect(codeOf(await define(one, { place: 'C' }))).toBe('POSSIBLE_DUPLICATE');
  });

  it('F8, F9: a correction that comes beside a new one of the same: one of the two goes on', async () => {
    const a = await defined({ place: 'A' });
    const outcomes = await gate.atOnce(
      () => correct(one, a, { place: 'C' }),
      () => define(two, { place: 'C' }),
    );
    expect(outcomes.map(codeOf).sort()).toEqual(['POSSIBLE_DUPLICATE', 'recorded']);
  });
});
