import { by, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { finding } from './finding.decider.js';
import type { FindingEvent } from './finding.events.js';
import {
  aCloseOut,
  aCompletion,
  aConfirmation,
  anAcknowledgement,
  anApproval,
  anObservation,
  anOrder,
  aPass,
  aPlan,
  as,
  aVerifierTeam,
  aVoiding,
  due,
  occasion,
  some,
} from './finding.examples.js';
import { aMerge, beside, known } from './finding.facts.examples.js';
import { ownerOf } from './finding.stakes.js';
import type { FindingState } from './finding.state.js';

type Past = FindingEvent & { readonly act?: object };
const given = specification(finding, occasion, known, beside);
const reason = 'It is the same gate';
const data = { intoId: some.another, reason };
const merge = { type: 'MergeFinding', data } as const;
const merged = { type: 'FindingMerged', data } as const;

const confirmed: Past[] = [anObservation(), aConfirmation];
const ordered: Past[] = [...confirmed, anOrder()];
const acknowledged: Past[] = [...ordered, by(as.unit, anAcknowledgement)];
const atWork: Past[] = [...acknowledged, by(as.unit, aPlan()), anApproval];
const reported: Past[] = [...atWork, by(as.unit, aCompletion())];
const closed: Past[] = [...[...reported, aVerifierTeam(), by(as.verifier, aPass())], by(as.acceptor, aCloseOut())];
const into = (...events: Past[]): { readonly MergeFinding: typeof aMerge } => ({
  MergeFinding: { ...aMerge, into: given(...events).state() },
});

describe('a finding that is another one', () => {
  it('F8: is merged with a reason, until a fix is reported', () => {
    for (const past of [confirmed.slice(0, 1), confirmed, ordered, acknowledged, atWork])
      given(...past)
        .when(merge)
        .then(merged);
    for (const past of [reported, closed])
      given(...past)
        .when(merge)
        .thenRefused('NOT_AT_THIS_STAGE');
    given(...confirmed)
      .when({ type: 'MergeFinding', data: { intoId: some.another } })
      .thenRefused('REASON_REQUIRED', 'reason');
  });

  it('F8: is merged by who leads the inspection or supervises', () => {
    expect(finding.commands.declared.MergeFinding.who).toEqual(['lead', 'supervision', 'supervision-head']);
  });

  it('F8: is merged into one that is there for whoever asks, and open', () => {
    const asked = given(...confirmed);
    asked.when(merge, {}, into()).thenRefused('NO_SUCH_FINDING', 'intoId');
    for (const past of [[...confirmed, merged], [...confirmed, aVoiding], closed])
      asked.when(merge, {}, into(...past)).thenRefused('MERGED_INTO_ENDED', 'intoId');
    asked.when(merge, {}, into(...atWork)).then(merged);
  });

  it('F8: is not merged into itself, in a circle, nor while either is being merged', () => {
    const asked = given(...confirmed);
    const knowing = (more: Partial<typeof aMerge>) => ({ MergeFinding: { ...aMerge, ...more } });
    asked.when({ ...merge, data: { ...data, intoId: some.finding } }).thenRefused('MERGED_INTO_ITSELF', 'intoId');
    asked.when(merge, {}, knowing({ hasOthers: true })).thenRefused('OTHERS_MERGED_HERE');
    asked.when(merge, {}, knowing({ underWay: true })).thenRefused('MERGE_UNDER_WAY', 'intoId');
  });

  it('F8: can only be read afterwards, and numbered', () => {
    const state = given(...atWork, merged).state();
    for (const [type, { at }] of Object.entries(finding.commands.declared))
      expect([type, (at as readonly string[]).includes('merged')]).toEqual([
        type,
        type === 'NoteFinding' || type === 'NumberFinding',
      ]);
    expect(state).toMatchObject({ is: 'merged', mergedInto: some.another });
  });

  it('F6: leaves the unit what was theirs: the round, and the sight of it', () => {
    const state: FindingState = given(...atWork, by({ recordedAt: occasion.occurredAt }, merged)).state();
    if (state.is === 'new') throw new Error('a finding was expected');
    expect(state.rounds).toMatchObject([{ unit: some.station, outcome: 'merged', late: false }]);
    expect(ownerOf(state.stakes).orgs).toContain(some.station);
  });

  it('F6: is not merged away once its order is overdue', () => {
    const late = { occurredAt: '2022-05-01T00:00:00.000Z' };
    expect(late.occurredAt > due).toBe(true);
    given(...ordered)
      .when(merge, late)
      .thenRefused('ORDER_OVERDUE');
    given(...confirmed)
      .when(merge, late)
      .then(merged);
  });
});
