import { randomUUID } from 'node:crypto';
import { accountOf } from '#contexts/grants';
import { CAST, CAST_ORGANISATIONS } from '#platform/identity';
import { openPool, PostgresCredentials, queryPool } from '#platform/postgres';
import { Passwords } from '#platform/sign-in';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentOf } from '../../apps/cli/demo/document.js';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { RunningApi, type Told } from '../support/running-api.js';
import { securityEntries } from '../support/security-entries.js';
import { soon } from '../support/soon.js';

const { unit1 } = CAST_ORGANISATIONS;
const chen = CAST.find(({ as }) => as === 'unit');
const PASSWORD = 'a password of my very own';
/** A name on record may be followed by its other form. */
const called = (name: string): unknown => expect.stringContaining(name);
const DAY = 24 * 60 * 60_000;
const [wu, wusPost] = [`person-${randomUUID()}`, `post-${randomUUID()}`] as const;

/** E2E-14, its first half: Chen reports at the station and goes away; Wu, who has a post there and no role, is the deputy. */
describe('a deputy', () => {
  let api: RunningApi;
  let cookie = '';
  let directive: string | undefined;
  let [from, to] = ['', ''];
  const post = { postId: chen?.post.id, orgId: unit1.id };
  const forChen = { ...post, onBehalfOf: chen?.id };

  const done = (told: Told) => {
    expect(told).toMatchObject({ events: expect.anything() });
    return told.id;
  };
  const knock = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${api.address}/${path}`, {
      ...{ method, headers: { 'content-type': 'application/json', 'accept-language': 'en', cookie } },
      ...(body && { body: JSON.stringify(body) }),
    });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const text = await response.text();
    const said = (text === '' ? {} : JSON.parse(text)) as {
      readonly data?: Readonly<Record<string, unknown>>;
      readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
    };
    return { status: response.status, said, codes: (said.errors ?? []).map(({ extensions: { code } }) => code) };
  };
  const signIn = () => knock('POST', 'auth/sign-in', { name: 'wu.dai', password: PASSWORD });
  const ask = (query: string, variables = {}) => knock('POST', 'graphql', { query, variables });
  const tell = async (mutation: string, input: object) => {
    const { said } = await ask(documentOf(mutation), { input: { commandId: randomUUID(), ...input } });
    return said.data?.['outcome'] as Told;
  };

  beforeAll(async () => {
    api = await RunningApi.start();
    expect((await api.load(founding)).failed).toEqual([]);
    const since = '2022-01-01T00:00:00.000Z';
    done(await api.tell('admin', 'establishPost', { id: unit1.id, postId: wusPost, title: 'Duty officer' }));
    done(await api.tell('admin', 'registerPerson', { id: wu, name: 'Wu' }));
    done(await api.tell('admin', 'holdPost', { id: wu, postId: wusPost, orgId: unit1.id, from: since }));
    done(await api.tell('admin', 'addAccount', { personId: wu }));
    const granted = { role: 'unit', orgId: unit1.id, from: since, reason: 'Reports for the station' };
    done(await api.tell('admin', 'grantRole', { postId: post.postId, postOrgId: unit1.id, ...granted }));
    const pool = openPool({ url: api.databaseUrls.applicationUrl, name: 'spec', max: 1 });
    const secret = await new Passwords().secretOf(PASSWORD);
    const credential = { account: accountOf(wu), name: 'wu.dai', secret, mustChange: false };
    await new PostgresCredentials(queryPool(pool)).add(credential, new Date());
    await pool.end();
    const clause = { text: 'A thermometer at each gate', due: { rule: 'stated', text: 'within 5 days' } };
    directive = done(
      await api.tell('hq', 'draftDirective', {
        ...{ instrument: 'notice', title: 'On thermometers', urgency: 'ordinary' },
        ...{ text: 'A thermometer at each gate within 5 days.', clauses: [{ ...clause, key: 'c1' }] },
      }),
    );
    done(await api.tell('hq', 'submitForSignOff', { id: directive }));
    done(await api.tell('commander', 'issueDirective', { id: directive, recipientIds: [unit1.id] }));
  });
  afterAll(() => api.stop());

  it('A4: is named by the head, and acts for nobody who is there', async () => {
    const named = { id: chen?.id, postId: post.postId, deputyId: wu };
    expect(await api.tell('unit', 'nameDeputy', named)).toMatchObject({ code: 'ROLE_MAY_NOT' });
    done(await api.tell('unit-head', 'nameDeputy', named));
    expect((await signIn()).said).toMatchObject({ chosen: { postId: wusPost } });
    expect((await knock('GET', 'auth/session')).said).toMatchObject({ forOthers: [] });
    expect(await knock('POST', 'auth/post', forChen)).toMatchObject({ status: 403, codes: ['NOT_ACTING'] });
    expect(await knock('POST', 'auth/post', post)).toMatchObject({ status: 403, codes: ['POST_NOT_HELD'] });
    expect(await tell('acknowledgeDirective', { directiveId: directive })).toMatchObject({ code: 'ROLE_MAY_NOT' });
  });

  it('A4: may not go away at the same time', async () => {
    [from, to] = [new Date().toISOString(), new Date(Date.now() + 2 * DAY).toISOString()];
    done(await api.tell('unit', 'reportAbsence', { id: chen?.id, postId: post.postId, from, to, reason: 'A visit' }));
    const away = { id: wu, postId: wusPost, from, to, reason: 'A visit' };
    // Wu has no role to say so with; what is asked of the head is what the head answers for.
    expect(await tell('reportAbsence', away)).toMatchObject({ code: 'ROLE_MAY_NOT' });
    expect(await api.tell('unit', 'reportAbsence', away)).toMatchObject({ code: 'NOT_THE_ABSENT_ONE' });
  });

  it('SD6: chooses the post of who is away, and signs what is done there with both', async () => {
    expect((await knock('GET', 'auth/session')).said).toMatchObject({
      forOthers: [{ ...forChen, post: called('Unit reporter'), principal: called('Tian Bao') }],
      chosen: { postId: wusPost },
    });
    expect(await knock('POST', 'auth/post', forChen)).toMatchObject({ status: 200, said: { chosen: forChen } });
    const me =
      '{ me { person { id } post { id } onBehalfOf { id } grants { role } posts { post { id } onBehalfOf { id } } } }';
    expect((await ask(me)).said.data).toEqual({
      me: {
        ...{ person: { id: wu }, post: { id: post.postId }, onBehalfOf: { id: chen?.id } },
        grants: [{ role: 'unit' }],
        posts: [
          { post: { id: wusPost }, onBehalfOf: null },
          { post: { id: post.postId }, onBehalfOf: { id: chen?.id } },
        ],
      },
    });
    const { id, position } = await tell('acknowledgeDirective', { directiveId: directive });
    const timeline = `query ($id: ID!, $position: String) { timeline(id: $id, waitFor: $position) { edges { node {
      name actor { person { label } post { id } onBehalfOf { label } } } } } }`;
    const { data } = await api.ask('unit-head', timeline, { id, position });
    const { edges } = data?.['timeline'] as { readonly edges: readonly { readonly node: object }[] };
    expect(edges.map(({ node }) => node)).toContainEqual({
      name: 'DirectiveAcknowledged',
      actor: { person: { label: 'Wu' }, post: { id: post.postId }, onBehalfOf: { label: called('Tian Bao') } },
    });
  });

  it('SD4: makes no token, and says nothing of deputies and absences, in the name of another', async () => {
    const wanted = { name: 'Report', scope: 'write', endsAt: new Date(Date.now() + DAY).toISOString() };
    expect(await knock('POST', 'auth/tokens', wanted)).toMatchObject({ status: 403, codes: ['ACTING_FOR_ANOTHER'] });
    const longer = {
      id: chen?.id,
      postId: post.postId,
      from: to,
      to: new Date(Date.parse(to) + DAY).toISOString(),
      reason: 'A visit',
    };
    expect(await tell('reportAbsence', longer)).toMatchObject({ code: 'IN_PERSON' });
  });

  it('T29: is out with the next request once the other is back', async () => {
    expect(await ask('{ head }')).toMatchObject({ status: 200 });
    done(await api.tell('unit', 'reportReturn', { id: chen?.id, postId: post.postId, since: from }));
    expect(await ask('{ head }')).toMatchObject({ status: 401, codes: ['UNAUTHENTICATED'] });
    await soon(async () =>
      expect(await securityEntries(api, 'session_expired')).toContainEqual(
        expect.objectContaining({ code: 'ACTING_ENDED' }),
      ),
    );
    await signIn();
    expect(await knock('POST', 'auth/post', forChen)).toMatchObject({ status: 403, codes: ['NOT_ACTING'] });
  });

  it('T29: is out with the next request once another is named', async () => {
    const away = { postId: post.postId, from: new Date().toISOString(), to, reason: 'A visit' };
    done(await api.tell('unit-head', 'enterAbsence', { id: chen?.id, ...away }));
    expect(await knock('POST', 'auth/post', forChen)).toMatchObject({ status: 200 });
    done(await api.tell('unit-head', 'endDeputy', { id: chen?.id, postId: post.postId }));
    expect(await ask('{ head }')).toMatchObject({ status: 401, codes: ['UNAUTHENTICATED'] });
  });
});
