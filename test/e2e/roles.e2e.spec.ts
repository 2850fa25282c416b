import { CAST, CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { story } from '../../apps/cli/demo/story/index.js';
import { RunningApi, type Told } from '../support/running-api.js';

const { city, county1 } = CAST_TERRITORIES;
const { county1Hq, supervision, unit1 } = CAST_ORGANISATIONS;
type As = Parameters<RunningApi['tell']>[0];
type Fields = Readonly<Record<string, unknown>>;

const person = (as: string) => CAST.find((one) => one.as === as)?.id;
const days = (count: number) => new Date(Date.now() + count * 24 * 3600_000).toISOString();

/** One story for each role, in the demo jurisdiction: what they look for, what they do, and what is not theirs to do, in both languages. */
describe('a day in the jurisdiction', () => {
  let api: RunningApi;
  let finding = '';
  let directive = '';
  let seen: string | undefined;
  let after = '';

  beforeAll(async () => {
    api = await RunningApi.start();
    expect((await api.load(story())).failed).toEqual([]);
  });
  afterAll(() => api.stop());

  /** An act that is recorded; what is read from now on has seen it. */
  const does = async (as: As, mutation: string, input: Fields): Promise<Told> => {
    const told = await api.tell(as, mutation, input);
    expect(told).toMatchObject({ events: expect.anything() });
    seen = told.position;
    return told;
  };
  const reads = async (as: As, query: string): Promise<Fields> => {
    const { data, errors } = await api.ask(as, query, { finding, directive, seen });
    expect(errors).toEqual([]);
    return data ?? {};
  };
  /** The ids of a list, `waitFor` given. */
  const lists = async (as: As, list: string): Promise<readonly string[]> => {
    const { list: page } = await reads(as, `query ($seen: String) { list: ${list} { edges { node { id } } } }`);
    return (page as { edges: readonly { node: { id: string } }[] }).edges.map(({ node }) => node.id);
  };
  const awaited = (as: As) => lists(as, 'findings(awaiting: me, first: 100, waitFor: $seen)');
  /** What is not theirs is refused in the reader's language, and leaves the log as it was. */
  const isRefused = async (as: As, code: string, mutation: string, input: Fields) => {
    const head = (await reads('auditor', '{ head }'))['head'];
    const english = await api.tell(as, mutation, input);
    const chinese = await api.tell(as, mutation, input, 'zh-CN');
    expect([english.code, chinese.code]).toEqual([code, code]);
    expect(english.message).toMatch(/^[\x20-\x7e]+$/);
    expect(chinese.message).toMatch(/\p{sc=Han}/u);
    expect((await reads('auditor', '{ head }'))['head']).toBe(head);
  };

  it('inspector 督查员: logs what is wrong and hands it over on the spot, and does not confirm it', async () => {
    const observation = {
      kind: 'inspection',
      class: 'inadequateControl',
      severity: 'serious',
      description: 'No thermometer at gate 7',
      place: 'Gate 7',
      territoryId: county1.id,
      subjectOrgId: unit1.id,
      subjectTold: true,
      evidence: [await api.photo('inspector', 'a gate without a thermometer')],
      occurredAt: undefined,
    };
    finding = (await does('inspector', 'recordObservation', observation)).id ?? '';
    expect(await lists('inspector', `findings(text: "gate 7", waitFor: $seen)`)).toEqual([finding]);
    await isRefused('inspector', 'ROLE_MAY_NOT', 'confirmFinding', { id: finding });
  });

  it('lead 督查组组长: finds it in the work list and confirms it, which is then no longer to be done', async () => {
    expect(await awaited('lead')).toContain(finding);
    await does('lead', 'confirmFinding', { id: finding });
    expect(await lists('lead', 'findings(awaiting: me, status: observed, waitFor: $seen)')).not.toContain(finding);
    await isRefused('lead', 'NOT_AT_THIS_STAGE', 'dismissObservation', { id: finding, reason: 'It was hot that day' });
  });

  it('supervision 督查室干部: orders it mended by a day, for a body above the unit to accept', async () => {
    expect(await awaited('supervision')).toContain(finding);
    const order = { id: finding, unitId: unit1.id, dueAt: days(10), standard: 'A thermometer at each gate' };
    await does('supervision', 'orderRectification', { ...order, acceptorOrgId: supervision.id });
    await isRefused('supervision', 'ROLE_MAY_NOT', 'acknowledgeRectification', { id: finding });
  });

  it('unit 单位填报员: sees what is asked of the unit, signs for it, and cannot sign the report', async () => {
    expect(await awaited('unit')).toEqual([finding]);
    await does('unit', 'acknowledgeRectification', { id: finding });
    after = await api.photo('unit', 'a gate with a thermometer');
    const done = { id: finding, rootCause: 'Nobody orders spares', measures: [{ evidence: [after] }] };
    await isRefused('unit', 'ROLE_MAY_NOT', 'reportCompletion', done);
  });

  it('unit-head 单位主要负责人: plans, is answered, reports it done, and cannot verify it', async () => {
    const measure = {
      cause: 'Nobody orders spares',
      measure: 'Keep two spares',
      responsible: person('unit'),
      dueAt: days(5),
      standard: 'Two spares in the cupboard',
      verifierOrgId: supervision.id,
    };
    const dated = new Date().toISOString();
    await does('unit-head', 'submitPlan', { id: finding, dated, measures: [measure] });
    await does('supervision', 'approvePlan', { id: finding });
    expect(await awaited('unit-head')).toContain(finding);
    const done = { id: finding, rootCause: 'Nobody orders spares', measures: [{ evidence: [after] }] };
    await does('unit-head', 'reportCompletion', done);
    const look = { id: finding, method: 'onSite', place: 'Gate 7', outcomeClass: 'effective', evidence: [after] };
    await does('supervision-head', 'assignVerifier', {
      id: finding,
      onSite: true,
      verifiers: [{ personId: person('inspector'), orgId: supervision.id }],
    });
    await isRefused('unit-head', 'VERIFIER_IS_THE_REPORTER', 'passVerification', look);
    await does('inspector', 'passVerification', {
      ...look,
      evidence: [await api.photo('inspector', 'gate 7 on another day')],
    });
  });

  it('supervision-head 督查室主任: strikes it off once every condition is answered', async () => {
    expect(await awaited('supervision-head')).toContain(finding);
    const conditions = ['conductHandled', 'standardMet', 'sameKindFixed', 'causeRemoved'].map((condition) => ({
      condition,
      evidence: [after],
    }));
    await isRefused('supervision-head', 'CONDITION_MISSING', 'approveCloseOut', {
      id: finding,
      conditions: conditions.slice(1),
    });
    await does('supervision-head', 'approveCloseOut', { id: finding, conditions });
    const query =
      'query ($finding: ID!, $seen: String) { finding(id: $finding, waitFor: $seen) { closedOut onTime late } }';
    expect(await reads('supervision-head', query)).toEqual({ finding: { closedOut: true, onTime: true, late: false } });
  });

  it('hq 指挥部办公室: drafts a directive and submits it, and does not sign it', async () => {
    const clause = { text: 'A thermometer at each gate', due: { rule: 'stated', text: 'within 5 days' } };
    const draft = {
      instrument: 'notice',
      title: 'On thermometers',
      text: 'A thermometer at each gate within 5 days.',
      urgency: 'ordinary',
      clauses: [{ ...clause, key: 'c1' }],
    };
    directive = (await does('hq', 'draftDirective', draft)).id ?? '';
    await does('hq', 'submitForSignOff', { id: directive });
    await isRefused('hq', 'ROLE_MAY_NOT', 'issueDirective', {
      id: directive,
      recipientIds: [county1Hq.id],
    });
  });

  it('commander 指挥长: signs it for those below, and never for the body itself', async () => {
    const issue = { id: directive };
    await isRefused('commander', 'RECIPIENT_IS_ISSUER', 'issueDirective', {
      ...issue,
      recipientIds: [CAST_ORGANISATIONS.hq.id],
    });
    await does('commander', 'issueDirective', { ...issue, recipientIds: [county1Hq.id] });
    const query = `query ($directive: ID!, $seen: String) {
      cascade(directiveId: $directive, waitFor: $seen) { edges { node { recipient { id } } } }
    }`;
    const { cascade } = await reads('hq', query);
    expect(cascade).toMatchObject({ edges: [{ node: { recipient: { id: county1Hq.id } } }] });
  });

  it('discipline 纪检监察干部: asks which duty nobody held, who held the next one on that day, and what was known then', async () => {
    const query = `query ($finding: ID!, $seen: String) {
      gaps(first: 10, waitFor: $seen) { edges { node { kind step } } }
      timeline(id: $finding, first: 100) { edges { node { name position actor { person { id } } } } }
    }`;
    const { gaps, timeline } = await reads('discipline', query);
    expect(gaps).toMatchObject({
      edges: expect.arrayContaining([{ node: { kind: 'orphanStep', step: '出站口核验健康码' } }]),
    });
    // People wait for no number, and go on before it is given, or after.
    const acts = (timeline as { edges: readonly { node: { name: string; position: string } }[] }).edges
      .map(({ node }) => node)
      .filter(({ name }) => name !== 'FindingNumbered');
    expect(acts.map(({ name }) => name)).toEqual([
      'ObservationRecorded',
      'FindingConfirmed',
      'RectificationOrdered',
      'RectificationAcknowledged',
      'PlanSubmitted',
      'PlanApproved',
      'CompletionReported',
      'VerifierAssigned',
      'VerificationPassed',
      'CloseOutApproved',
    ]);
    const held = `{ responsibilityMatrix(asOf: "2025-03-26T00:00:00Z", first: 100) { edges { node {
      step individual { lead { person { id } } } } } } }`;
    const { responsibilityMatrix } = await reads('discipline', held);
    expect(responsibilityMatrix).toMatchObject({
      edges: expect.arrayContaining([
        {
          node: {
            step: '站内扫码宣传',
            individual: { lead: { person: { id: person('unit') } } },
          },
        },
      ]),
    });
    seen = acts[1]?.position;
    const then =
      'query ($finding: ID!, $seen: String) { finding(id: $finding, asOf: $seen) { status rectification { unit { id } } } }';
    expect(await reads('discipline', then)).toEqual({ finding: { status: 'confirmed', rectification: null } });
    await isRefused('discipline', 'ROLE_MAY_NOT', 'voidFinding', { id: finding, reason: 'A wish' });
  });

  it('auditor 审计人员: reads rates, cards and acts, and writes nothing', async () => {
    const { closureRate } = await reads('auditor', '{ closureRate { confirmed closedOut onTime } }');
    expect(closureRate).toEqual([{ confirmed: 4, closedOut: 2, onTime: expect.any(Number) }]);
    await isRefused('auditor', 'ROLE_MAY_NOT', 'addEvidence', { id: finding, evidence: [after] });
  });

  it('admin 系统管理员: corrects the directory, and reads no case', async () => {
    const name = {
      id: unit1.id,
      name: 'Unit U1, the railway station of County K1',
      reason: 'Mistyped at the founding',
    };
    await does('admin', 'correctOrganisation', name);
    const query = `query ($finding: ID!) { finding(id: $finding) { id } findings { edges { cursor } } territories(first: 1) { edges { cursor } } }`;
    expect(await reads('admin', query)).toMatchObject({
      finding: null,
      findings: { edges: [] },
      territories: { edges: [expect.anything()] },
    });
    await isRefused('admin', 'ROLE_MAY_NOT', 'voidFinding', { id: finding, reason: 'A wish' });
  });

  it('public 公众: signs in, and nothing has been published for it yet', async () => {
    const query = `query ($finding: ID!) { finding(id: $finding) { id } timeline(id: $finding) { edges { cursor } }
      findings { edges { cursor } } directives { edges { cursor } } gaps { edges { cursor } } }`;
    const nothing = { edges: [] };
    expect(await reads('public', query)).toEqual({
      finding: null,
      timeline: nothing,
      findings: nothing,
      directives: nothing,
      gaps: nothing,
    });
    await isRefused('public', 'ROLE_MAY_NOT', 'recordObservation', {
      kind: 'other',
      class: 'inadequateControl',
      severity: 'minor',
      description: 'Seen from the street',
      place: 'Gate 7',
      territoryId: city.id,
      evidence: [],
    });
  });
});
