import { rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aDefinition, aMissingHolder, anOrphanStep, aVacancy, some } from '../duty-point.examples.js';
import { gap } from './gap.view.js';

const key = (...parts: readonly string[]) => [some.exit, ...parts].join('/');
const resolved = { type: 'GapResolved', data: { kind: 'no-holder', party: 'unit' } } as const;
const orphan = anOrphanStep([some.station, some.exitDesk]);
const detected = [aDefinition(), aMissingHolder('unit'), aMissingHolder('individual'), orphan];

describe('the open gaps of a duty point', () => {
  it('are a row each, whole without any other row', () => {
    const rows = rowsAfter(gap, some.exit, ...detected);
    expect([...rows.keys()]).toEqual([key('no-holder', 'unit'), key('no-holder', 'individual'), key('orphan-step')]);
    expect(rows.get(key('orphan-step'))).toEqual({
      id: key('orphan-step'),
      kind: 'orphan-step',
      dutyPoint: { id: some.exit },
      dutyPointId: some.exit,
      matter: 'Health code check',
      step: 'Verify the health code at the exit',
      place: 'North exit',
      territory: { id: some.city },
      territoryPath: some.cityPath,
      orgs: [some.station, some.exitDesk],
      between: [
        { dutyPoint: { id: some.before }, organisation: { id: some.station } },
        { dutyPoint: { id: some.after }, organisation: { id: some.exitDesk } },
      ],
      detectedAt: '2022-03-31T09:03:00.000Z',
      provisionalHolder: { id: some.city },
    });
  });

  it('A8: name the place as provisional holder', () => {
    const row = rowsAfter(gap, some.exit, ...detected).get(key('no-holder', 'unit'));
    expect(row).toMatchObject({ party: 'unit', provisionalHolder: { id: some.city } });
  });

  it('A7 holder-inactive: is a gap of its party, with the place as provisional holder (A8)', () => {
    const vacant = key('holder-inactive', 'unit');
    const rows = rowsAfter(gap, some.exit, aDefinition(), aVacancy('unit'));
    expect([...rows.keys()]).toEqual([vacant]);
    expect(rows.get(vacant)).toMatchObject({
      kind: 'holder-inactive',
      party: 'unit',
      territoryPath: some.cityPath,
      provisionalHolder: { id: some.city },
    });
    const filled = { type: 'GapResolved', data: { kind: 'holder-inactive', party: 'unit' } } as const;
    expect(rowsAfter(gap, some.exit, aDefinition(), aVacancy('unit'), filled).size).toBe(0);
  });

  it('go one by one as they are resolved', () => {
    const rows = rowsAfter(gap, some.exit, ...detected, resolved);
    expect([...rows.keys()]).toEqual([key('no-holder', 'individual'), key('orphan-step')]);
  });
});
