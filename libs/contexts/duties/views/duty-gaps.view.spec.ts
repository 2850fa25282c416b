import { rowsAfter } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { aDefinition, aMissingHolder, anOrphanStep, aVacancy, some } from '../duty-point.examples.js';
import type { DutyPointEvent } from '../duty-point.events.js';
import { dutyGaps } from './duty-gaps.view.js';

const orphan = anOrphanStep([some.station, some.exitDesk]);
const detected = [aDefinition(), aMissingHolder('unit'), aMissingHolder('individual'), orphan];
const noUnit = { type: 'GapResolved', data: { kind: 'no-holder', party: 'unit' } } as const;
const noPerson = { type: 'GapResolved', data: { kind: 'no-holder', party: 'individual' } } as const;
const noOrphan = { type: 'GapResolved', data: { kind: 'orphan-step' } } as const;

const rowAfter = (...events: readonly DutyPointEvent[]) => rowsAfter(dutyGaps, some.exit, ...events).get(some.exit);

describe('A7: what hangs in the air of one duty point', () => {
  it('is one row, however many of its parties are missing, told by the worst and the oldest', () => {
    expect(rowAfter(...detected)).toMatchObject({
      id: some.exit,
      kind: 'orphan-step',
      parties: ['unit', 'individual'],
      step: 'Verify the health code at the exit',
      place: 'North exit',
      between: [
        { dutyPoint: { id: some.before }, organisation: { id: some.station } },
        { dutyPoint: { id: some.after }, organisation: { id: some.exitDesk } },
      ],
      orgs: [some.station, some.exitDesk],
      detectedAt: '2022-03-31T09:01:00.000Z',
      provisionalHolder: { id: some.city },
    });
  });

  it('loses with each gap what that one brought, and goes with the last', () => {
    expect(rowAfter(...detected, noUnit)).toMatchObject({
      kind: 'orphan-step',
      parties: ['individual'],
      detectedAt: '2022-03-31T09:02:00.000Z',
    });
    expect(rowAfter(...detected, noOrphan)).toMatchObject({ kind: 'no-holder', between: [], orgs: [] });
    expect(rowAfter(...detected, noUnit, noPerson, noOrphan)).toBeUndefined();
  });

  it('is less grave where a holder has left than where there was none', () => {
    expect(rowAfter(aDefinition(), aVacancy('unit'))).toMatchObject({ kind: 'holder-inactive', parties: ['unit'] });
    expect(rowAfter(aDefinition(), aVacancy('unit'), aMissingHolder('individual'))).toMatchObject({
      kind: 'no-holder',
      parties: ['unit', 'individual'],
    });
  });

  it('opens anew with what is found later', () => {
    expect(rowAfter(aDefinition(), aMissingHolder('unit'), noUnit, aVacancy('unit'))).toMatchObject({
      kind: 'holder-inactive',
      detectedAt: '2022-03-31T09:03:00.000Z',
    });
  });
});
