import { randomUUID } from 'node:crypto';
import {
  CAST,
  CAST_ORGANISATIONS,
  CAST_TERRITORIES,
  claimsOf,
  developmentKeys,
  developmentToken,
  type Claims,
} from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentOf } from '../../apps/cli/demo/document.js';
import { story } from '../../apps/cli/demo/story/index.js';
import { RunningApi, type Answer, type Told } from '../support/running-api.js';

const { county1 } = CAST_TERRITORIES;
const { supervision, unit1 } = CAST_ORGANISATIONS;
const SINCE = '2022-01-01T00:00:00.000Z';
const claimsAs = (as: 'unit-head'): Claims => {
  const member = CAST.find((one) => one.as === as);
  if (!member) throw new Error(`nobody in the cast is ${as}`);
  return claimsOf(member);
};
const REQUEST = documentOf('acknowledgeRectification');

/** What a request says of who asks, beside the session that it comes with: over HTTP, on PostgreSQL. */
describe('a request that pretends', () => {
  let api: RunningApi;
  let finding = '';
  const [other, post, head] = [
    `organisation-${randomUUID()}`,
    `post-${randomUUID()}`,
    `person-${randomUUID()}`,
  ] as const;

  const does = async (as: Parameters<RunningApi['tell']>[0], mutation: string, input: object): Promise<Told> => {
    const told = await api.tell(as, mutation, { ...input });
    expect({ mutation, ...told }).toMatchObject({ events: expect.anything() });
    return told;
  };

  beforeAll(async () => {
    api = await RunningApi.start();
    expect((await api.load(story())).failed).toEqual([]);
    await does('admin', 'createOrganisation', {
      ...{ id: other, name: 'Another unit', orgKind: 'enterprise', territoryId: county1.id, temporary: false },
    });
    await does('admin', 'establishPost', { id: other, postId: post, title: 'Head' });
    await does('admin', 'registerPerson', { id: head, name: 'Invented Head' });
    await does('admin', 'holdPost', { id: head, postId: post, orgId: other, from: SINCE });
    const told = await does('inspector', 'recordObservation', {
      ...{ kind: 'inspection', class: 'inadequateControl', severity: 'serious', place: 'Gate 7' },
      ...{ description: 'No thermometer at gate 7', territoryId: county1.id, subjectOrgId: unit1.id },
      ...{ subjectTold: true, evidence: [await api.photo('inspector', 'gate 7')], occurredAt: undefined },
    });
    finding = String(told.id);
    await does('lead', 'confirmFinding', { id: finding });
    await does('supervision', 'orderRectification', {
      ...{ id: finding, unitId: unit1.id, standard: 'A thermometer at each gate', acceptorOrgId: supervision.id },
      dueAt: new Date(Date.now() + 10 * 24 * 3_600_000).toISOString(),
    });
  });
  afterAll(() => api.stop());

  /** What this person did with the finding, as who looks at the record sees it. */
  const actsOf = async (actorId: string): Promise<readonly unknown[]> => {
    const query =
      'query ($id: ID!, $actorId: ID!) { eventRecord(id: $id, actorId: $actorId) { edges { node { commandId } } } }';
    const { data } = await api.ask('discipline', query, { id: finding, actorId });
    return (data?.['eventRecord'] as { edges: readonly unknown[] }).edges;
  };
  const ours = claimsAs('unit-head');
  const theirs = { ...ours, personId: head, postId: post, orgId: other };
  const input = () => ({ commandId: randomUUID(), occurredAt: new Date().toISOString(), id: finding });
  const send = async (claims: Claims, said: object, headers: Record<string, string> = {}): Promise<Answer> => {
    const token = await developmentToken(claims, await developmentKeys(api.folder));
    const response = await fetch(`${api.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      body: JSON.stringify({ query: REQUEST, variables: { input: said } }),
    });
    return { status: response.status, ...((await response.json()) as Pick<Answer, 'data' | 'errors'>) };
  };
  const outcomeOf = ({ data }: Answer) => data?.['outcome'];

  it('T08: acts for no other unit, whatever its headers or its token name', async () => {
    const named = {
      'x-org-id': unit1.id,
      'x-unit-id': unit1.id,
      'x-post-id': String(ours.postId),
      'x-actor': ours.personId,
    };
    const asked: readonly Record<string, string>[] = [
      {},
      named,
      { 'x-forwarded-user': ours.personId, 'x-on-behalf-of': ours.personId },
    ];
    for (const headers of asked) {
      expect(outcomeOf(await send(theirs, input(), headers))).toMatchObject({ code: 'NOT_FOUND' });
    }
    // Whatever vouches for it: by the record they hold no post of that unit, and not this one.
    for (const claims of [
      { ...theirs, orgId: unit1.id },
      { ...theirs, orgId: unit1.id, postId: ours.postId },
    ]) {
      expect(outcomeOf(await send(claims, input()))).toMatchObject({ code: 'NOT_IN_POST' });
    }
    expect([...(await actsOf(head)), ...(await actsOf(ours.personId))]).toEqual([]);
  });

  it('T12: is one act and one answer, fifty times at once, and never somebody else’s or another act', async () => {
    const said = input();
    const [first, ...others] = await Promise.all(Array.from({ length: 50 }, () => send(ours, said)));
    expect(first && outcomeOf(first)).toMatchObject({ events: [{ type: 'RectificationAcknowledged' }] });
    expect(others).toEqual(others.map(() => first));
    expect(outcomeOf(await send(theirs, said))).toMatchObject({ code: 'NOT_FOUND' });
    expect(outcomeOf(await send(ours, { ...said, reason: 'Another' }))).toMatchObject({ code: 'COMMAND_ID_REUSED' });
    expect(await actsOf(ours.personId)).toEqual([{ node: { commandId: said.commandId } }]);
  });
});
