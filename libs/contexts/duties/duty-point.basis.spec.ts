import { idOf } from '#kernel';
import { rowsAfter, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { dutyPoint } from './duty-point.decider.js';
import type { DutyPointEvent } from './duty-point.events.js';
import {
  aDefinition,
  aMissingHolder,
  anAcceptance,
  anAssignment,
  at,
  known,
  occasion,
  some,
} from './duty-point.examples.js';
import { ownerFor } from './duty-point.owner.js';
import { ownerOf } from './duty-point.state.js';
import { dutyPointCard } from './views/duty-point-card.view.js';

const given = specification(dutyPoint, occasion, known);
const clause = { directiveId: some.directive, clauseNumber: '3' };
const other = { directiveId: idOf('directive', '00000000-0000-4000-8000-000000000021'), clauseNumber: '1' };
const held: readonly DutyPointEvent[] = [
  aDefinition({ clause }),
  aMissingHolder('individual'),
  anAssignment(),
  anAcceptance(),
];
const ended = { type: 'BasisEnded', data: { directiveId: some.directive, because: 'revoked' } } as const;
const mark = { type: 'MarkBasisEnded', data: ended.data } as const;
const reason = '部署已撤销';
const repoint = { type: 'RepointDutyPoint', data: { clause: other, reason } } as const;
const repointed = { type: 'DutyRepointed', data: { clause: other, reason } } as const;
const retire = { type: 'RetireDutyPoint', data: { reason } } as const;
const retired = { type: 'DutyPointRetired', data: { reason } } as const;
const ends = [
  { type: 'AssignmentEnded', data: { assignmentId: some.assignment, until: at } },
  { type: 'GapResolved', data: { kind: 'no-holder', party: 'individual' } },
  retired,
] as const satisfies readonly DutyPointEvent[];

describe('F7: a duty whose order ended', () => {
  it('says so once, and keeps its holders and its gaps', () => {
    given(...held)
      .when(mark)
      .then(ended);
    given(...held, ended)
      .when(mark)
      .then();
    const before = given(...held).state();
    expect(given(...held, ended).state()).toEqual({ ...before, basisEnded: true });
  });

  it('does not say so of an order that it does not rest on', () => {
    given(aDefinition()).when(mark).then();
    given(...held, ended, repointed)
      .when(mark)
      .then();
    given(...held, ended, repointed)
      .when({ ...mark, data: { ...mark.data, directiveId: other.directiveId } })
      .then({ ...ended, data: { ...ended.data, directiveId: other.directiveId } });
  });

  it('F7: believes the record of the order, and nobody who says that it ended', () => {
    for (const MarkBasisEnded of [
      undefined,
      { because: 'withdrawn' },
      { because: 'revoked', successorId: other.directiveId },
    ]) {
      given(...held)
        .when(mark, {}, { MarkBasisEnded })
        .thenRefused('BASIS_IN_FORCE', 'directiveId');
    }
  });

  it('A9: is pointed to another clause with a reason; where it came from stays', () => {
    given(...held, ended)
      .when(repoint)
      .then(repointed);
    given(...held, ended)
      .when({ ...repoint, data: { clause: other } })
      .thenRefused('REASON_REQUIRED', 'reason');
    given(...held)
      .when(repoint)
      .thenRefused('BASIS_IN_FORCE');
    const card = rowsAfter(dutyPointCard, some.exit, ...held, ended, repointed).get(some.exit);
    expect(card).toMatchObject({
      clause: { directive: { id: some.directive }, number: '3' },
      repointedTo: { directive: { id: other.directiveId }, number: '1' },
      repointReason: reason,
    });
    expect(card?.endedBasis).toBeUndefined();
  });

  it('is retired with a reason: what was held ends, and what was missing is missing no longer', () => {
    given(...held, ended)
      .when(retire)
      .then(...ends);
    given(...held, ended)
      .when({ ...retire, data: {} })
      .thenRefused('REASON_REQUIRED', 'reason');
    given(...held)
      .when(retire)
      .thenRefused('BASIS_IN_FORCE');
    for (const command of [retire, repoint, mark]) {
      given(...held, ended, ...ends)
        .when(command)
        .thenRefused('RETIRED');
    }
  });

  it('shows on the card why, and what became of it', () => {
    const card = (...events: DutyPointEvent[]) =>
      rowsAfter(dutyPointCard, some.exit, ...held, ended, ...events).get(some.exit);
    expect(card()).toMatchObject({ endedBasis: { directive: { id: some.directive }, because: 'revoked' } });
    expect(card(...ends)).toMatchObject({ retireReason: reason, unit: { state: 'NOT_REQUIRED' } });
  });

  it('is for who governs its place: neither the holder nor the one who ended the order decides it', () => {
    const state = given(...held, ended).state();
    expect(ownerOf(state)?.orgs).toEqual([some.station]);
    for (const { type, data } of [retire, repoint]) {
      const asked = { type, data, facts: undefined } as Parameters<typeof ownerFor>[1];
      expect(ownerFor(state, asked)).toEqual({ territory: some.cityPath, orgs: [] });
      expect(dutyPoint.commands.declared[type].who).toEqual(['hq', 'commander']);
    }
    expect(dutyPoint.commands.declared.MarkBasisEnded.who).toEqual(['system']);
  });
});
