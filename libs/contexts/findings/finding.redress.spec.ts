import { by, specification } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { finding } from './finding.decider.js';
import type { FindingEvent } from './finding.events.js';
import {
  aCompletion,
  aConfirmation,
  aFile,
  aMeasure,
  anAcknowledgement,
  anApproval,
  anObservation,
  anOrder,
  aPass,
  aPlan,
  aResult,
  as,
  aVerifierTeam,
  due,
  later,
  occasion,
  some,
} from './finding.examples.js';
import { saying } from './finding.files.examples.js';
import { aBody, beside, bodies, filesOf, known, named } from './finding.facts.examples.js';
import { ownerOf } from './finding.stakes.js';

const others = new Map([
  ...bodies,
  [some.colleagues, aBody()],
  [some.inspectorate, aBody({ kind: 'government' })],
] as const);
const given = specification(finding, occasion, { ...known, RedirectOrder: others, ReplaceAcceptor: others }, beside);
type Past = FindingEvent & { readonly act?: object };

const reason = 'It is not theirs';
const ordered: Past[] = [anObservation(), aConfirmation, anOrder()];
const atWork: Past[] = [...ordered, by(as.unit, anAcknowledgement), by(as.unit, aPlan()), anApproval];
const both = [some.verifier, some.second].map((personId) => ({ personId, orgId: some.center }));
const checking: Past[] = [...atWork, by(as.unit, aCompletion()), aVerifierTeam({ verifiers: both })];
const roundsOf = (...past: readonly Past[]) => {
  const state = given(...past).state();
  return state.is === 'new' ? [] : state.rounds;
};

describe('F7: an order that went wrong', () => {
  const other = anOrder({ unitId: some.colleagues }).data;
  const redirect = { type: 'RedirectOrder', data: { ...other, reason } } as const;
  const redirected = { type: 'OrderRedirected', data: { ...other, reason } } as const;
  const withdrawn = { type: 'OrderWithdrawn', data: { reason } } as const;

  it('F7: goes to another unit, with a reason, while a unit is at work on it', () => {
    for (const past of [ordered, atWork])
      given(...past)
        .when(redirect)
        .then(redirected);
    given(...ordered)
      .when({ type: 'RedirectOrder', data: other })
      .thenRefused('REASON_REQUIRED', 'reason');
    given(...checking)
      .when(redirect)
      .thenRefused('NOT_AT_THIS_STAGE');
    given(...ordered)
      .when({ type: 'RedirectOrder', data: { ...redirect.data, unitId: some.station } })
      .thenRefused('SAME_UNIT', 'unitId');
    given(...ordered)
      .when({ type: 'RedirectOrder', data: { ...redirect.data, acceptorOrgId: some.colleagues } })
      .thenRefused('ACCEPTOR_IS_THE_UNIT', 'acceptorOrgId');
  });

  it('F6, F7: opens a round for the other unit; the first unit keeps sight of it and answers for its lateness', () => {
    const state = given(...atWork, by({ recordedAt: '2022-05-01T00:00:00.000Z' }, redirected)).state();
    expect(state).toMatchObject({
      is: 'ordered',
      hasPlan: false,
      rounds: [
        { unit: some.station, outcome: 'redirected', late: true },
        { unit: some.colleagues, late: false },
      ],
    });
    expect(state).not.toHaveProperty('planner');
    expect(state.is !== 'new' && ownerOf(state.stakes).orgs).toContain(some.station);
  });

  it('F7: is taken back, with a reason, and can be given again', () => {
    given(...atWork)
      .when({ type: 'WithdrawOrder', data: { reason } })
      .then(withdrawn);
    given(...atWork)
      .when({ type: 'WithdrawOrder', data: {} })
      .thenRefused('REASON_REQUIRED', 'reason');
    const after = given(...atWork, withdrawn);
    after.when({ type: 'OrderRectification', data: anOrder().data }).then(anOrder());
    const state = after.state();
    expect(state).toMatchObject({ is: 'confirmed', rounds: [{ outcome: 'withdrawn', late: false }] });
    expect(state.is !== 'new' && [state.stakes.unit, ownerOf(state.stakes).orgs.includes(some.station)]).toEqual([
      undefined,
      true,
    ]);
  });

  it('F6: that comes back to the same unit is due when it was first due', () => {
    const late = anOrder({ dueAt: '2022-12-31T16:00:00.000Z' });
    expect(roundsOf(...atWork, withdrawn, late).at(-1)).toMatchObject({ firstDueAt: due, dueAt: late.data.dueAt });
    expect(
      roundsOf(...atWork, redirected, { type: 'OrderRedirected', data: { ...late.data, reason } }).at(-1),
    ).toMatchObject({ unit: some.station, firstDueAt: due });
  });
});

describe('F7: somebody who cannot act', () => {
  it('F7: as acceptor gives way to another body that may, and keeps sight of it', () => {
    const data = { acceptorOrgId: some.inspectorate, reason };
    const replaced = { type: 'AcceptorReplaced', data } as const;
    given(...checking)
      .when({ type: 'ReplaceAcceptor', data })
      .then(replaced);
    for (const [acceptorOrgId, code] of [
      [some.station, 'ACCEPTOR_IS_THE_UNIT'],
      [some.center, 'ACCEPTOR_OF_WRONG_KIND'],
      [some.office, 'SAME_ACCEPTOR'],
    ] as const) {
      given(...checking)
        .when({ type: 'ReplaceAcceptor', data: { acceptorOrgId, reason } })
        .thenRefused(code, 'acceptorOrgId');
    }
    const state = given(...checking, replaced).state();
    expect(state.is !== 'new' && [state.stakes.acceptor, state.rounds[0]?.acceptor]).toEqual([
      some.inspectorate,
      some.inspectorate,
    ]);
    expect(state.is !== 'new' && ownerOf(state.stakes).orgs).toContain(some.office);
  });

  it('F7, R11: as verifier gives way to others; whoever has recorded a result stays', () => {
    const people = named([[some.leader, { now: [some.center], since: [some.center] }]]);
    const replace = (outgoing: typeof some.verifier, ...incoming: (typeof some.verifier)[]) => {
      const verifiers = incoming.map((personId) => ({ personId, orgId: some.center }));
      return { type: 'ReplaceVerifier', data: { outgoing, verifiers, reason } } as const;
    };
    const half = given(...checking, by(as.verifier, aResult()));
    const facts = { ReplaceVerifier: people };
    half.when(replace(some.verifier, some.leader), {}, facts).thenRefused('NO_SUCH_VERIFIER', 'outgoing');
    half.when(replace(some.leader, some.leader), {}, facts).thenRefused('NO_SUCH_VERIFIER', 'outgoing');
    half.when(replace(some.second, some.verifier), {}, facts).thenRefused('VERIFIER_NAMED_TWICE', 'verifiers');
    half.when(replace(some.second, some.colleague), {}, facts).thenRefused('VERIFIER_OF_THE_UNIT', 'verifiers', '0');
    const replaced = { type: 'VerifierReplaced', data: replace(some.second, some.leader).data } as const;
    half.when(replace(some.second, some.leader), {}, facts).then(replaced);
    const after = given(...checking, by(as.verifier, aResult()), replaced);
    after.when({ type: 'PassVerification', data: saying(aPass().data) }, as.second).thenRefused('NOT_THE_VERIFIER');
    const incoming = { actorId: some.leader, orgId: some.center };
    after.when({ type: 'PassVerification', data: saying(aPass().data) }, incoming).then(aPass());
  });
});

it('F7: an approved plan is changed by a new version, which is approved again', () => {
  const plan = aPlan(aMeasure(), aMeasure()).data;
  const revised = { type: 'PlanRevised', data: { ...plan, reason } } as const;
  const revise = { type: 'RevisePlan', data: { ...plan, reason } } as const;
  given(...atWork)
    .when(revise, as.unit)
    .then(revised);
  given(...atWork)
    .when(revise)
    .thenRefused('NOT_THE_UNIT');
  const anew = given(...atWork, by(as.unit, revised));
  expect(anew.state()).toMatchObject({ is: 'planSubmitted', measures: 2 });
  anew.when({ type: 'ApprovePlan', data: {} }, as.unit).thenRefused('OWN_PLAN');
  anew.when({ type: 'ApprovePlan', data: {} }).then(anApproval);
});

describe('W1: an act is not dated before what it answers', () => {
  const acknowledge = { type: 'AcknowledgeRectification', data: {} } as const;
  const at = (occurredAt: string) => ({ ...as.unit, occurredAt });
  const past: Past[] = [
    by({ occurredAt: '2022-03-30T09:00:00.000Z' }, anObservation()),
    by({ occurredAt: '2022-03-30T10:00:00.000Z' }, aConfirmation),
    by({ occurredAt: later, recordedAt: later }, anOrder()),
  ];

  it('W1: and the act is named with its time', () => {
    given(...past)
      .when(acknowledge, at('2022-04-01T08:58:00.000Z'))
      .then(anAcknowledgement);
    const decision = finding.decide.AcknowledgeRectification(
      {},
      given(...past).state(),
      { ...occasion, ...at('2022-04-01T08:57:59.000Z') },
      undefined,
    );
    expect(decision).toMatchObject({
      refused: 'OCCURRED_BEFORE',
      path: ['occurredAt'],
      about: { act: finding.events.facts['RectificationOrdered']?.title, at: later },
    });
  });

  it('W1: but a fix on the spot may be older than the order, not than the fault', () => {
    const acknowledged = given(...past, by({ occurredAt: later }, anAcknowledgement));
    const data = { description: 'Done', before: [aFile(8)], after: [aFile(9)] };
    const fix = { type: 'ReportImmediateFix', data: saying(data) } as const;
    const fixed = { type: 'ImmediateFixReported', data } as const;
    acknowledged.when(fix, at('2022-03-30T09:30:00.000Z')).then(fixed);
    expect(
      finding.decide.ReportImmediateFix(
        fix.data,
        acknowledged.state(),
        { ...occasion, ...at('2022-03-30T08:57:00.000Z') },
        filesOf(some.station),
      ),
    ).toMatchObject({ refused: 'OCCURRED_BEFORE' });
  });

  it('W1: and notes and evidence come after what was seen', () => {
    const note = { type: 'NoteFinding', data: { text: 'Closed' } } as const;
    given(...past)
      .when(note, at('2022-03-30T09:00:00.000Z'))
      .then({ type: 'FindingNoted', data: note.data });
    expect(
      finding.decide.NoteFinding(
        note.data,
        given(...past).state(),
        { ...occasion, ...at('1999-01-01T00:00:00.000Z') },
        undefined,
      ),
    ).toMatchObject({ refused: 'OCCURRED_BEFORE' });
  });
});
