import { rowsAfter, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { dutyPoint } from './duty-point.decider.js';
import {
  aDefinition,
  aMissingHolder,
  anAcceptance,
  anAssignment,
  known,
  occasion,
  some,
} from './duty-point.examples.js';
import { ownerFor } from './duty-point.owner.js';
import { dutyPointCard } from './views/duty-point-card.view.js';
import { gap } from './views/gap.view.js';

const given = specification(dutyPoint, occasion, known);
const reason = '登记时笔误';
const right = { matter: 'Health codes', place: 'South exit', standard: 'Everybody', reason } as const;
const correct = { type: 'CorrectDutyPoint', data: right } as const;
const corrected = { type: 'DutyPointCorrected', data: right } as const;

describe('F9: a duty point that was mistyped', () => {
  it('F9: is put right with a reason, in what differs alone', () => {
    given(aDefinition()).when(correct).then(corrected);
    given(aDefinition())
      .when({ ...correct, data: { ...right, matter: aDefinition().data.matter } })
      .then({ ...corrected, data: { place: right.place, standard: right.standard, reason } });
    given(aDefinition())
      .when({ ...correct, data: { matter: 'Health codes' } })
      .thenRefused('REASON_REQUIRED', 'reason');
    given(aDefinition(), corrected).when(correct).thenRefused('NOTHING_TO_CORRECT');
    given().when(correct).thenRefused('NOT_DEFINED');
  });

  it('F9: is for who governs its place, not for who holds it', () => {
    const state = given(aDefinition(), anAssignment(), anAcceptance()).state();
    expect(ownerFor(state, { ...correct, facts: { twins: [] } })).toEqual({
      territory: some.cityPath,
      orgs: [],
    });
    expect(dutyPoint.commands.declared.CorrectDutyPoint.who).toEqual(['hq', 'commander']);
  });

  it('F9: shows as it was put right, and why, with its open gaps', () => {
    const events = [aDefinition(), aMissingHolder('unit'), corrected] as const;
    expect(rowsAfter(dutyPointCard, some.exit, ...events).get(some.exit)).toMatchObject({
      ...{ matter: right.matter, place: right.place, standard: right.standard, step: aDefinition().data.step },
      correctionReason: reason,
    });
    const rows = [...rowsAfter(gap, some.exit, ...events).values()];
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ matter: right.matter, place: right.place, step: aDefinition().data.step });
  });

  it('A12, F9: leaves unverified who was measured by another line or operator', () => {
    const lead = anAssignment({ fit: 'fits' });
    const card = (data: object) =>
      rowsAfter(dutyPointCard, some.exit, aDefinition(), lead, {
        type: 'DutyPointCorrected',
        data: { ...data, reason },
      }).get(some.exit);
    expect(card({ line: 'Health' })?.unit.lead?.fit).toBe('fits');
    expect(card({ operatorId: some.exitDesk })).toMatchObject({
      operator: { id: some.exitDesk },
      unit: { lead: { fit: 'unverified' } },
    });
  });
});
