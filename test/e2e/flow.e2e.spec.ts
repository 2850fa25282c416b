import { CAST, CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { Peer } from '../support/kurrent-peer/peer.js';
import { query as asked } from '../support/query.js';
import { RunningApi, type Told } from '../support/running-api.js';
import { until } from '../support/soon.js';

const { supervision, unit1 } = CAST_ORGANISATIONS;
const person = (as: string) => CAST.find((one) => one.as === as)?.id;

const CONDITIONS = ['conductHandled', 'standardMet', 'sameKindFixed', 'causeRemoved'];

/** Where the log is: a peer that speaks KurrentDB's protocol stands for a cluster. */
const LOGS = ['PostgreSQL', 'KurrentDB'] as const;

/** README's six stops as one story, over HTTP, on each log: each line is an act of one person. */
describe.each(LOGS)('a finding, from the inspector to the discipline officer, on a log in %s', (log) => {
  let api: RunningApi;
  let peer: Peer | undefined;
  let id = '';
  let listening: Client | undefined;
  const heard: string[] = [];
  let [before, after] = ['', ''];
  const soon = new Date(Date.now() + 10 * 24 * 3600_000).toISOString();

  beforeAll(async () => {
    if (log === 'KurrentDB') peer = await new Peer().start();
    api = await RunningApi.start(peer?.url);
    expect((await api.load(founding)).failed).toEqual([]);
  });
  afterAll(async () => {
    await listening?.dispose();
    await api.stop();
    await peer?.stop();
  });

  const recorded = (told: Told, ...types: readonly string[]) => {
    expect(told).toMatchObject({ events: types.map((type) => ({ type })) });
    return told;
  };

  it('is recorded by an inspector, with evidence that was uploaded before', async () => {
    before = await api.photo('inspector', 'no thermometer at gate 2');
    const told = await api.tell('inspector', 'recordObservation', {
      kind: 'inspection',
      class: 'inadequateControl',
      severity: 'serious',
      description: 'No thermometer at gate 2; Invented Person was on duty.',
      place: 'Gate 2',
      territoryId: CAST_TERRITORIES.county1.id,
      subjectOrgId: unit1.id,
      evidence: [before],
      occurredAt: undefined,
    });
    recorded(told, 'ObservationRecorded');
    id = told.id ?? '';
    const own = 'SELECT EXISTS (SELECT FROM log.event WHERE stream = $1) AS here';
    expect(await asked(api.databaseUrls.superuserUrl, own, [id])).toEqual([{ here: !peer }]);
    expect(peer?.log.stream(id) === undefined).toBe(!peer);
  });

  it('is confirmed by the team leader, and nobody else', async () => {
    expect(await api.tell('inspector', 'confirmFinding', { id })).toMatchObject({ code: 'ROLE_MAY_NOT' });
    recorded(await api.tell('lead', 'confirmFinding', { id }), 'FindingConfirmed');
  });

  it('is listened to from now on by the supervision office', async () => {
    const url = `${api.address.replace('http', 'ws')}/graphql`;
    const connectionParams = { token: await api.token('supervision') };
    listening = createClient({ url, webSocketImpl: WebSocket, connectionParams });
    const query = 'subscription ($ids: [ID!]!) { recorded(ids: $ids) { type } }';
    const sink = {
      next: ({ data }: { data?: unknown }) => heard.push((data as { recorded: { type: string } }).recorded.type),
      error: (error: unknown) => heard.push(String(error)),
      complete: () => undefined,
    };
    listening.subscribe({ query, variables: { ids: [id] } }, sink);
  });

  it('goes to the unit, which signs for it, plans and reports it done', async () => {
    const order = {
      id,
      unitId: unit1.id,
      dueAt: soon,
      standard: 'A thermometer at each gate',
      acceptorOrgId: supervision.id,
    };
    recorded(await api.tell('supervision', 'orderRectification', order), 'RectificationOrdered');
    recorded(await api.tell('unit', 'acknowledgeRectification', { id }), 'RectificationAcknowledged');
    const measure = {
      cause: 'Nobody orders spares',
      measure: 'Keep two spares',
      responsible: person('unit'),
      dueAt: soon,
      standard: 'Two spares in the cupboard',
      verifierOrgId: supervision.id,
    };
    const dated = new Date().toISOString();
    recorded(await api.tell('unit-head', 'submitPlan', { id, dated, measures: [measure] }), 'PlanSubmitted');
    recorded(await api.tell('supervision', 'approvePlan', { id }), 'PlanApproved');
    after = await api.photo('unit-head', 'a thermometer at gate 2');
    const done = { id, rootCause: 'No list of spares', measures: [{ evidence: [after] }] };
    recorded(await api.tell('unit-head', 'reportCompletion', done), 'CompletionReported');
  });

  it('SD1: is verified by another body than the unit, by somebody who was named for it', async () => {
    const verifier = (as: string, orgId: string) => ({
      id,
      onSite: true,
      verifiers: [{ personId: person(as), orgId }],
    });
    expect(await api.tell('supervision-head', 'assignVerifier', verifier('unit', unit1.id))).toMatchObject({
      code: 'VERIFIER_OF_THE_UNIT',
      path: ['verifiers', '0'],
    });
    const inspector = verifier('inspector', supervision.id);
    recorded(await api.tell('supervision-head', 'assignVerifier', inspector), 'VerifierAssigned');
    const look = {
      id,
      method: 'onSite',
      place: 'Gate 2',
      outcomeClass: 'effective',
      evidence: [await api.photo('inspector', 'gate 2 again')],
    };
    expect(await api.tell('unit', 'passVerification', look)).toMatchObject({ code: 'VERIFIER_OF_THE_UNIT' });
    expect(await api.tell('unit-head', 'passVerification', look)).toMatchObject({ code: 'VERIFIER_IS_THE_REPORTER' });
    recorded(await api.tell('inspector', 'passVerification', look), 'VerificationPassed');
  });

  it('R5: is struck off when every condition is answered, and is then seen so at once', async () => {
    const conditions = CONDITIONS.map((condition) => ({ condition, evidence: [after] }));
    const incomplete = { id, conditions: conditions.slice(1) };
    expect(await api.tell('supervision-head', 'approveCloseOut', incomplete)).toMatchObject({
      code: 'CONDITION_MISSING',
    });
    const { position } = recorded(
      await api.tell('supervision-head', 'approveCloseOut', { id, conditions }),
      'CloseOutApproved',
    );

    const query = `query ($id: ID!, $waitFor: String) {
      finding(id: $id, waitFor: $waitFor) { status closedOut description }
      closureRate(waitFor: $waitFor) { confirmed closedOut rate onTime }
    }`;
    const { data } = await api.ask('discipline', query, { id, waitFor: position });
    expect(data).toEqual({
      finding: {
        status: 'closedOut',
        closedOut: true,
        description: 'No thermometer at gate 2; Invented Person was on duty.',
      },
      closureRate: [{ confirmed: 1, closedOut: 1, rate: 1, onTime: 1 }],
    });
  });

  it('is read by a discipline officer, act by act: what, who, in what capacity, and both times', async () => {
    const query = `query ($id: ID!) { timeline(id: $id, first: 100) { edges { node {
      revision name title occurredAt recordedAt causationId actor { person { id label } post { label } organisation { label } } data
    } } } }`;
    const { data } = await api.ask('discipline', query, { id });
    const { edges } = data?.['timeline'] as { edges: readonly { node: Record<string, unknown> }[] };
    expect(edges.map(({ node }) => node['revision'])).toEqual(edges.map((_, index) => String(index)));
    const names = edges.map(({ node }) => node['name']);
    // People wait for no number, and go on before it is given, or after.
    expect(names.filter((name) => name !== 'FindingNumbered')).toEqual([
      ...['ObservationRecorded', 'FindingConfirmed', 'RectificationOrdered', 'RectificationAcknowledged'],
      ...['PlanSubmitted', 'PlanApproved', 'CompletionReported', 'VerifierAssigned'],
      ...['VerificationPassed', 'CloseOutApproved'],
    ]);
    expect(names.filter((name) => name === 'FindingNumbered')).toHaveLength(1);
    expect(edges[0]?.node).toMatchObject({
      actor: {
        person: { id: person('inspector') },
        post: { label: expect.stringContaining('Inspector') },
        organisation: { label: expect.stringContaining('Supervision') },
      },
      data: { description: expect.stringContaining('Invented Person'), evidence: [{ id: before }] },
    });
    expect(edges.every(({ node }) => String(node['occurredAt']) <= String(node['recordedAt']))).toBe(true);
  });

  it('is one record, from any position and either way, in which what an act names has the name of then', async () => {
    const query = `query ($id: ID!) { eventRecord(id: $id, first: 50, latestFirst: true, text: "gate 2") {
      totalCount subjects { label } edges { node { name schemaVersion summary withheld named { id label } subject { label } stored { entry payload } } }
    } }`;
    const { data } = await api.ask('discipline', query, { id });
    expect(data?.['eventRecord']).toMatchObject({
      subjects: [{ label: expect.stringContaining('Gate 2') }],
      edges: expect.arrayContaining([
        {
          node: expect.objectContaining({
            name: 'ObservationRecorded',
            summary: expect.stringContaining('No thermometer'),
            withheld: false,
            named: expect.arrayContaining([{ id: expect.stringMatching(/^territory-/), label: expect.any(String) }]),
          }),
        },
      ]),
    });
  });

  it('was told to who listened, as it was recorded', async () => {
    await until(() => heard.includes('CloseOutApproved'));
    expect(heard.slice(-2)).toEqual(['VerificationPassed', 'CloseOutApproved']);
  });

  it('is not there for a unit that has nothing to do with it, and not for nobody', async () => {
    const query = `query ($id: ID!) {
      finding(id: $id) { id } timeline(id: $id) { edges { cursor } } eventRecord(id: $id) { totalCount subjects { id } edges { cursor } }
    }`;
    expect(await api.ask('public', query, { id })).toMatchObject({
      data: { finding: null, timeline: { edges: [] }, eventRecord: { totalCount: 0, subjects: [], edges: [] } },
    });
    const { status, errors } = await api.ask(undefined, query, { id });
    expect([status, errors[0]?.extensions['code']]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('is seen as it was at any moment', async () => {
    const query = `query ($id: ID!, $asOf: String) { finding(id: $id, asOf: $asOf) { status } }`;
    const timeline = `query ($id: ID!) { timeline(id: $id, first: 4) { edges { node { name position } } } }`;
    const { data } = await api.ask('discipline', timeline, { id });
    const acts = (data?.['timeline'] as { edges: { node: { name: string; position: string } }[] }).edges;
    const people = acts.filter(({ node }) => node.name !== 'FindingNumbered');
    const asOf = people.slice(0, 3).map(({ node }) => node.position);
    const seen = await Promise.all(asOf.map((position) => api.ask('discipline', query, { id, asOf: position })));
    expect(seen.map((answer) => answer.data?.['finding'])).toEqual([
      { status: 'observed' },
      { status: 'confirmed' },
      { status: 'ordered' },
    ]);
  });
});
