import { accountOf, grantsOf, type MeansOf } from '#contexts/grants';
import { idOf } from '#kernel';
import { aLog, by, specification, withClaims } from '#kernel/testing';
import { describe, expect, it } from '@jest/globals';
import { finding } from './finding.decider.js';
import { findingStream } from './finding.evolve.js';
import {
  aCompletion,
  aConfirmation,
  anAcknowledgement,
  anApproval,
  anObservation,
  anOrder,
  aPlan,
  as,
  at,
  aVerifierTeam,
  occasion,
  some,
} from './finding.examples.js';
import { findingFacts } from './finding.facts.js';
import { beside, known, named } from './finding.facts.examples.js';

const given = specification(finding, occasion, known, beside);
const ordered = [anObservation(), aConfirmation, anOrder()];
const planned = [...ordered, anAcknowledgement, by(as.unit, aPlan()), anApproval];
const reported = [...planned, by(as.unit, aCompletion())];
const checking = [...reported, aVerifierTeam()];

const reason = 'On leave';
const elsewhere = '00000000-0000-4000-8000-000000000077/';
type Person = typeof some.verifier;

/** What one person could act with, for the body that they belong to. */
const withMeans = (person: Person, orgId: typeof some.office, ...grants: { role: string }[]) => {
  const means = new Map([[person, [{ orgId, grants }]]]) as unknown as MeansOf;
  return { ...named([[some.leader, { now: [some.center], since: [some.center] }]]), means };
};

describe('F7, W4: a verifier who is named', () => {
  const assign = { type: 'AssignVerifier', data: aVerifierTeam().data } as const;
  const replace = {
    type: 'ReplaceVerifier',
    data: {
      outgoing: some.verifier,
      verifiers: aVerifierTeam({ verifiers: [{ personId: some.leader, orgId: some.center }] }).data.verifiers,
      reason,
    },
  } as const;
  const MAY_NOT: [string, { role: string; territory?: string; orgId?: string }[]][] = [
    ['no role', []],
    ['a role that does not verify', [{ role: 'commander', territory: some.cityPath }]],
    ['a role over another place', [{ role: 'inspector', territory: elsewhere }]],
    ['a role for another body', [{ role: 'unit', orgId: some.office.replace('3', '9') }]],
  ];

  it.each(MAY_NOT)('is refused with %s', (_, grants) => {
    const facts = withMeans(some.verifier, some.center, ...grants);
    given(...reported)
      .when(assign, {}, { AssignVerifier: facts })
      .thenRefused('VERIFIER_MAY_NOT', 'verifiers', '0');
    // Its body has a stake already, so that a role over whatever place reaches it from there.
    if (grants.some(({ territory }) => territory === elsewhere)) return;
    given(...checking)
      .when(replace, {}, { ReplaceVerifier: withMeans(some.leader, some.center, ...grants) })
      .thenRefused('VERIFIER_MAY_NOT', 'verifiers', '0');
  });

  it.each([
    ['over the place', { role: 'inspector', territory: some.cityPath }],
    ['for the very body that they verify for', { role: 'unit', orgId: some.center }],
  ])('is named with a role %s', (_, grant) => {
    given(...reported)
      .when(assign, {}, { AssignVerifier: withMeans(some.verifier, some.center, grant) })
      .then(aVerifierTeam());
    given(...checking)
      .when(replace, {}, { ReplaceVerifier: withMeans(some.leader, some.center, grant) })
      .then({ type: 'VerifierReplaced', data: replace.data });
  });

  it('is read from the log with what is granted, as of the act and now', async () => {
    const territoryId = idOf('territory', '00000000-0000-4000-8000-000000000002');
    const grantee = { personId: some.verifier };
    const grant = { number: 1, grantee, role: 'inspector', reach: { territoryId, territoryPath: some.cityPath } };
    const post = { postId: idOf('post', some.office.slice(13)), orgId: some.center, territoryPath: some.cityPath };
    const founder = idOf('grant', some.office.slice(13));
    const log = aLog({
      [some.finding]: [by({ occurredAt: at }, anObservation())],
      [founder]: [
        { type: 'AdministratorFounded', data: { ...grant, role: 'admin' } },
        { type: 'AdministrationHandedOver', data: { number: 1, firstId: some.second, secondId: some.leader } },
      ],
      [some.verifier]: [
        { type: 'PersonRegistered', data: {} },
        { type: 'PostHeld', data: { ...post, from: '2022-01-01T00:00:00.000Z' } },
      ],
      [accountOf(some.verifier)]: [{ type: 'AccountAdded', data: { personId: some.verifier } }],
      [grantsOf(some.verifier)]: [{ type: 'GrantMade', data: { ...grant, from: '2022-01-01T00:00:00.000Z', reason } }],
    });
    const laid = { by: founder, seenBy: 'everybody', occurredAt: at, underWay: false } as const;
    const read = withClaims(log, () => [laid]);
    const own = { stream: some.finding, now: at, state: () => read.state(findingStream, some.finding) };
    const { means } = await findingFacts.AssignVerifier(read, assign.data, own, occasion);
    expect(means?.get(some.verifier)).toEqual([
      { orgId: some.center, grants: [{ role: 'inspector', territory: some.cityPath }] },
    ]);
    expect((await findingFacts.AssignVerifier(log, assign.data, own, occasion)).means).toBeUndefined();
  });
});

describe('F7, W4: who is responsible for a measure', () => {
  const submit = { type: 'SubmitPlan', data: aPlan().data } as const;
  const revise = { type: 'RevisePlan', data: { ...aPlan().data, reason } } as const;
  const acknowledged = given(...ordered, anAcknowledgement);
  const path = ['measures', '0', 'responsible'];

  it('reports for the unit by a role of theirs', () => {
    const none = withMeans(some.stationHead, some.station, { role: 'inspector' });
    acknowledged.when(submit, as.unit, { SubmitPlan: none }).thenRefused('RESPONSIBLE_MAY_NOT', ...path);
    given(...planned)
      .when(revise, as.unit, { RevisePlan: none })
      .thenRefused('RESPONSIBLE_MAY_NOT', ...path);
    const role = withMeans(some.stationHead, some.station, { role: 'unit', orgId: some.station } as never);
    acknowledged.when(submit, as.unit, { SubmitPlan: role }).then(aPlan());
    given(...planned)
      .when(revise, as.unit, { RevisePlan: role })
      .then({ type: 'PlanRevised', data: revise.data });
  });
});
