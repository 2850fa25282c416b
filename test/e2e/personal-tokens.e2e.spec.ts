import { randomUUID } from 'node:crypto';
import { accountOf } from '#contexts/grants';
import { uuidOf } from '#kernel';
import { CAST_ORGANISATIONS } from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, type Client } from 'graphql-ws';
import {
  allowInsecureRequests,
  clientCredentialsGrant,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  type ClientAuth,
} from 'openid-client';
import { WebSocket } from 'ws';
import { clerk, codes, openDoor, send, signIn, type Said } from '../support/browser.js';
import { RunningApi } from '../support/running-api.js';
import { until } from '../support/soon.js';

const { unit1 } = CAST_ORGANISATIONS;
const OBSERVE = `mutation ($input: RecordObservationInput!) { outcome: recordObservation(input: $input) {
  ... on Recorded { id } ... on Refused { code } } }`;
const observation = (description = 'A gate is open') => ({
  ...{ commandId: randomUUID(), kind: 'selfCheck', class: 'inadequateControl', severity: 'minor' },
  ...{ description, place: description, evidence: [] },
  ...{ territoryId: unit1.territory.id, subjectOrgId: unit1.id },
});

/** Programs that act for somebody by a token, over HTTP and on open sockets, on PostgreSQL. */
describe('a personal token', () => {
  let api: RunningApi;
  let mine: { readonly cookie: string };
  const clients: Client[] = [];
  beforeAll(async () => {
    api = await RunningApi.start();
    await openDoor(api);
    mine = await signIn(api);
  });
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await api.stop();
  });

  const endsAt = () => new Date(Date.now() + 60 * 60_000).toISOString();
  const make = (more: object = {}, held: object = mine) =>
    send(`${api.address}/auth/tokens`, 'POST', { name: 'Report', scope: 'write', endsAt: endsAt(), ...more }, held);
  const made = async (more: object = {}) => (await make(more)).body as unknown as { token: string; id: string };
  const ask = (token: string, query = '{ head }', variables = {}): Promise<Said> =>
    send(`${api.address}/graphql`, 'POST', { query, variables }, { authorization: `Bearer ${token}` });
  const observe = async (token: string, description = 'A gate is open') => {
    const { body } = await ask(token, OBSERVE, { input: observation(description) });
    return (body['data'] as { outcome: { id?: string; code?: string } }).outcome;
  };

  it('is made in a session, told once, listed without what the program holds, and ended', async () => {
    const { status, body } = await make();
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Report', scope: 'write', roles: ['unit'], usedAt: null });
    const { token, id } = body as unknown as { token: string; id: string };
    expect(await ask(token)).toMatchObject({ status: 200 });
    const list = await send(`${api.address}/auth/tokens`, 'GET', undefined, mine);
    expect(list.body).toMatchObject({ tokens: [{ id, postId: clerk.post.id, usedAt: expect.any(String) }] });
    expect(JSON.stringify(list.body)).not.toContain(token.slice(4));

    const end = (of: string) => send(`${api.address}/auth/tokens/${of}`, 'DELETE', undefined, mine);
    expect(codes(await end('x'))).toEqual([404, 'TOKEN_NOT_FOUND']);
    expect(codes(await end(id))).toEqual([204]);
    expect(codes(await ask(token))).toEqual([401, 'UNAUTHENTICATED']);
    expect(codes(await end(id))).toEqual([404, 'TOKEN_NOT_FOUND']);
  });

  it('is made by nobody else, and not by a token', async () => {
    const { token } = await made();
    expect(codes(await make({}, {}))).toEqual([401, 'UNAUTHENTICATED']);
    expect(codes(await make({}, { authorization: `Bearer ${token}` }))).toEqual([401, 'UNAUTHENTICATED']);
    expect(codes(await make({}, { ...mine, origin: 'https://elsewhere.example' }))).toEqual([403, 'FORBIDDEN']);
  });

  it.each([
    ['without an end', { endsAt: undefined }, 400, 'BAD_USER_INPUT', 'endsAt'],
    ['for longer than a year', { endsAt: '2999-01-01T00:00:00.000Z' }, 400, 'TOKEN_TOO_LONG', 'endsAt'],
    ['for a role that nobody gave', { roles: ['admin'] }, 403, 'ROLE_NOT_HELD', 'roles'],
    ['for the system', { roles: ['system'] }, 400, 'BAD_USER_INPUT', 'roles'],
    ['without a name', { name: ' ' }, 400, 'BAD_USER_INPUT', 'name'],
    ['for something else', { scope: 'all' }, 400, 'BAD_USER_INPUT', 'scope'],
  ])('is not made %s', async (_, more, ...[status, code, field]) => {
    const said = await make(more);
    expect(codes(said)).toEqual([status, code]);
    expect(said.body.errors?.[0]?.extensions.path?.[0]).toBe(field);
  });

  it('changes nothing when it is there to read', async () => {
    const { token } = await made({ scope: 'read' });
    expect(await ask(token)).toMatchObject({ status: 200 });
    expect(codes(await ask(token, OBSERVE, { input: observation() }))).toEqual([403, 'TOKEN_READS_ONLY']);
    expect(await observe((await made()).token)).toMatchObject({ id: expect.stringMatching(/^finding-/) });
  });

  it('T18: says so of all that it could be asked to do, while another says what its owner may', async () => {
    const query = `{ me { viewerCan(only: ["recordObservation"]) { code } }
      findings(first: 1) { edges { node { viewerCan(only: ["noteFinding", "confirmFinding"]) { code } } } } }`;
    const told = async (scope: string) => {
      const { data } = (await ask((await made({ scope })).token, query)).body as { data?: unknown };
      return [...JSON.stringify(data).matchAll(/"code":("\w+"|null)/g)].map(([, code]) => code);
    };
    await observe((await made()).token, 'A gate is broken');
    expect(await told('read')).toEqual(Array.from({ length: 3 }, () => '"TOKEN_READS_ONLY"'));
    const [toBegin, ...toGoOn] = await told('write');
    expect([toBegin, toGoOn.length]).toEqual(['null', 2]);
    expect(toGoOn).not.toContain('"TOKEN_READS_ONLY"');
  });

  it('says who it is for', async () => {
    const { token } = await made();
    const query = `{ me { person { id label } post { id } organisation { id label } posts { post { id } }
      grants { role organisation { id } }
      work { findings receipts directives requests dutyPoints grants } } }`;
    expect((await ask(token, query)).body['data']).toEqual({
      me: {
        person: { id: clerk.id, label: 'Tian Bao' },
        post: { id: clerk.post.id },
        organisation: { id: unit1.id, label: expect.any(String) },
        posts: [{ post: { id: clerk.post.id } }],
        grants: [{ role: 'unit', organisation: { id: unit1.id } }],
        work: { findings: 0, receipts: 0, directives: 0, requests: 0, dutyPoints: 0, grants: 0 },
      },
    });
  });

  describe('of a service account', () => {
    const service = async (more: object = {}) => {
      const wanted = { name: 'Sync', scope: 'write', endsAt: endsAt(), ...more };
      const { body } = await send(`${api.address}/auth/tokens/service`, 'POST', wanted, mine);
      return body as unknown as { clientId: string; clientSecret: string; id: string };
    };
    const exchange = ({ clientId, clientSecret }: { clientId: string; clientSecret: string }) =>
      send(`${api.address}/auth/token`, 'POST', {
        ...{ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret },
      });
    const short = async (client: { clientId: string; clientSecret: string }) =>
      String((await exchange(client)).body['access_token']);

    it('is given for its secret, lasts ten minutes, and acts for its owner', async () => {
      const client = await service();
      const { status, body } = await exchange(client);
      expect({ status, ...body }).toEqual({
        ...{ status: 200, token_type: 'Bearer', expires_in: 600 },
        access_token: expect.stringMatching(/^sfs_/),
      });
      expect(await observe(String(body['access_token']), 'A fence is down')).toMatchObject({ id: expect.anything() });
      const looking = await short(await service({ scope: 'read' }));
      expect(codes(await ask(looking, OBSERVE, { input: observation() }))).toEqual([403, 'TOKEN_READS_ONLY']);
    });

    it('is given to any client of OAuth, by form or JSON, with its secret there or in its header', async () => {
      const { clientId, clientSecret } = await service();
      const server = { issuer: api.address, token_endpoint: `${api.address}/auth/token` };
      const asking = (how: ClientAuth) => {
        const client = new Configuration(server, clientId, undefined, how);
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- It is marked so to stand out: here the server is on loopback.
        allowInsecureRequests(client);
        return clientCredentialsGrant(client);
      };
      for (const shown of [ClientSecretPost, ClientSecretBasic]) {
        const { access_token: token, expires_in: seconds } = await asking(shown(clientSecret));
        expect([await ask(token), seconds]).toMatchObject([{ status: 200 }, 600]);
        await expect(asking(shown('wrong'))).rejects.toMatchObject({ status: 401 });
      }
      const form = new URLSearchParams({ grant_type: 'password', client_id: clientId, client_secret: clientSecret });
      const other = await fetch(server.token_endpoint, { method: 'POST', body: form });
      expect([other.status, await other.json()]).toMatchObject([400, { error: 'unsupported_grant_type' }]);
      form.set('grant_type', 'client_credentials');
      form.delete('client_secret');
      const half = await fetch(server.token_endpoint, { method: 'POST', body: form });
      expect([half.status, await half.json()]).toMatchObject([400, { error: 'invalid_request' }]);
    });

    it('is given for nothing else, and is none when it was changed', async () => {
      const client = await service();
      expect(codes(await exchange({ ...client, clientSecret: 'wrong' }))).toEqual([401, 'CLIENT_FAILED']);
      expect(codes(await exchange({ ...client, clientId: 'sfc_nobody' }))).toEqual([401, 'CLIENT_FAILED']);
      const { token } = await made();
      expect(codes(await exchange({ clientId: token, clientSecret: token }))).toEqual([401, 'CLIENT_FAILED']);
      expect(codes(await ask(client.clientId))).toEqual([401, 'UNAUTHENTICATED']);
      expect(codes(await ask(`${await short(client)}x`))).toEqual([401, 'UNAUTHENTICATED']);
    });

    it('is given to nobody who tried too often, and they are told when to try again', async () => {
      const { clientId } = await service();
      const guess = () => exchange({ clientId, clientSecret: 'guessed' });
      for (let n = 0; n < 10; n++) expect(codes(await guess())).toEqual([401, 'CLIENT_FAILED']);
      const said = await guess();
      expect(codes(said)).toEqual([429, 'TOO_MANY_ATTEMPTS']);
      expect(said.retryAfter).toBe('900');
    });

    it('T29: is dead with the next request once its owner ends the service account', async () => {
      const client = await service();
      const token = await short(client);
      expect(await ask(token)).toMatchObject({ status: 200 });
      await send(`${api.address}/auth/tokens/${client.id}`, 'DELETE', undefined, mine);
      expect(codes(await ask(token))).toEqual([401, 'UNAUTHENTICATED']);
      expect(codes(await exchange(client))).toEqual([401, 'CLIENT_FAILED']);
    });
  });

  describe('by GraphQL', () => {
    const as = (held: object, query: string, variables = {}) =>
      send(`${api.address}/graphql`, 'POST', { query, variables }, held);
    const told = async (held: object, query: string, variables = {}) =>
      (await as(held, query, variables)).body['data'] as Record<string, Record<string, unknown>>;
    const REFUSED = '... on Refused { code message path }';
    const MAKE = `mutation ($input: MakeTokenInput!) { outcome: makeToken(input: $input) { ${REFUSED}
      ... on TokenMade { secret token { id name scope isService roles post { id } organisation { id } usedAt endsAt } } } }`;
    const END = `mutation ($id: String!) { outcome: endToken(input: { id: $id }) { ${REFUSED} ... on TokenEnded { id } } }`;
    const LEAVE = `mutation ($id: String!) { outcome: endSession(input: { id: $id }) { ${REFUSED} ... on SessionsEnded { ended } } }`;
    const LEAVE_OTHERS = `mutation { outcome: endOtherSessions { ${REFUSED} ... on SessionsEnded { ended } } }`;
    const CHOOSE = `mutation ($postId: ID!, $orgId: ID!) { outcome: choosePost(input: { postId: $postId, orgId: $orgId }) {
      ${REFUSED} ... on PostChosen { post { id } organisation { id } } } }`;
    const SESSIONS = '{ me { sessions { id isThis post { id } beganAt seenAt endsAt } tokens { id } } }';
    const wanted = (more: object = {}) => ({ input: { name: 'Report', scope: 'write', endsAt: endsAt(), ...more } });
    const ownPost = { postId: clerk.post.id, orgId: unit1.id };

    it('is made, told once, listed with its last use, and ended', async () => {
      const { outcome } = await told(mine, MAKE, wanted());
      const { secret, token } = outcome as unknown as { secret: string; token: { id: string } };
      expect(token).toMatchObject({ name: 'Report', scope: 'write', isService: false, roles: ['unit'], usedAt: null });
      expect(token).toMatchObject({ post: { id: clerk.post.id }, organisation: { id: unit1.id } });
      expect(await ask(secret)).toMatchObject({ status: 200 });
      const list = await told(mine, '{ me { tokens { id usedAt endsAt } } }');
      expect(list['me']?.['tokens']).toContainEqual({
        ...{ id: token.id, usedAt: expect.any(String), endsAt: expect.any(String) },
      });
      expect((await told(mine, END, { id: token.id }))['outcome']).toEqual({ id: token.id });
      expect(codes(await ask(secret))).toEqual([401, 'UNAUTHENTICATED']);
      const again = { code: 'TOKEN_NOT_FOUND', message: 'You have no such token.', path: ['id'] };
      expect((await told(mine, END, { id: token.id }))['outcome']).toEqual(again);
    });

    it.each([
      ['for longer than a year', { endsAt: '2999-01-01T00:00:00.000Z' }, 'TOKEN_TOO_LONG', 'endsAt'],
      ['for a role that nobody gave', { roles: ['admin'] }, 'ROLE_NOT_HELD', 'roles'],
      ['for no role at all', { roles: [] }, 'ROLE_NOT_HELD', 'roles'],
    ])('is not made %s, which is said in both languages', async (_, more, code, at) => {
      const english = await told(mine, MAKE, wanted(more));
      const chinese = await told({ ...mine, 'accept-language': 'zh' }, MAKE, wanted(more));
      expect(english['outcome']).toMatchObject({ code, path: [at], message: expect.stringMatching(/^[A-Z]/) });
      expect(chinese['outcome']).toMatchObject({ code, path: [at], message: expect.stringMatching(/[一-龥]/) });
    });

    it('T28: makes and ends no token, ends no session, chooses no post, and sees none of them', async () => {
      const { token, id } = await made();
      const held = { authorization: `Bearer ${token}` };
      const [session] = ((await told(mine, SESSIONS))['me']?.['sessions'] ?? []) as { id: string }[];
      expect((await told(held, SESSIONS))['me']).toEqual({ sessions: null, tokens: null });
      const asked: [string, object][] = [
        [MAKE, wanted()],
        [END, { id }],
        [LEAVE, { id: session?.id }],
        [LEAVE_OTHERS, {}],
        [CHOOSE, ownPost],
      ];
      for (const [query, variables] of asked) {
        expect((await told(held, query, variables))['outcome']).toMatchObject({ code: 'NOT_IN_SESSION', path: [] });
      }
      // The same with the cookie of the session beside it: a token goes before a cookie.
      expect((await told({ ...held, ...mine }, LEAVE_OTHERS))['outcome']).toMatchObject({ code: 'NOT_IN_SESSION' });
      expect(await ask(token)).toMatchObject({ status: 200 });
      const reading = await made({ scope: 'read' });
      expect(codes(await ask(reading.token, LEAVE_OTHERS))).toEqual([403, 'TOKEN_READS_ONLY']);
    });

    it('SD6: says in which post one acts, of those that one holds', async () => {
      expect((await told(mine, CHOOSE, ownPost))['outcome']).toEqual({
        ...{ post: { id: clerk.post.id }, organisation: { id: unit1.id } },
      });
      const another = { ...ownPost, postId: `post-${randomUUID()}` };
      expect((await told(mine, CHOOSE, another))['outcome']).toMatchObject({ code: 'POST_NOT_HELD', path: ['postId'] });
      const foreign = { ...mine, origin: 'https://elsewhere.example' };
      expect(codes(await as(foreign, CHOOSE, ownPost))).toEqual([403, 'FORBIDDEN']);
    });

    it('shows the sessions of whoever asks, and ends one or all others, at once over HTTP and on open sockets', async () => {
      const [other, third] = [await signIn(api), await signIn(api)];
      const list = async (held: object) =>
        ((await told(held, SESSIONS))['me']?.['sessions'] ?? []) as { id: string; isThis: boolean }[];
      const [its] = (await list(other)).filter(({ isThis }) => isThis);
      expect(its).toMatchObject({ post: { id: clerk.post.id }, beganAt: expect.any(String) });
      expect((await list(mine)).filter(({ isThis }) => isThis)).toHaveLength(1);
      const { id = '' } = await observe((await made()).token, 'A roof leaks');
      const open = [await listen(other, id), await listen(third, id)];
      expect((await told(mine, LEAVE, { id: its?.id }))['outcome']).toEqual({ ended: 1 });
      expect((await told(mine, LEAVE, { id: its?.id }))['outcome']).toMatchObject({
        ...{ code: 'SESSION_NOT_FOUND', path: ['id'] },
      });
      expect(codes(await as(other, '{ head }'))).toEqual([401, 'UNAUTHENTICATED']);
      const ended = (await told(mine, LEAVE_OTHERS))['outcome']?.['ended'];
      expect(ended).toBeGreaterThan(0);
      expect(codes(await as(third, '{ head }'))).toEqual([401, 'UNAUTHENTICATED']);
      expect(await list(mine)).toMatchObject([{ isThis: true }]);
      await api.tell('unit', 'noteFinding', { id, text: 'Heard by nobody' });
      await until(() => open.every(({ closed }) => closed.code !== undefined));
      expect(open.map(({ closed, heard }) => [closed.code, heard.length])).toEqual([
        [4401, 0],
        [4401, 0],
      ]);
    });
  });

  const isNote = (value: object) => JSON.stringify(value).includes('"FindingNoted"');
  /** Somebody who listens, by what they show. */
  const listen = async (shown: { readonly token?: string; readonly cookie?: string }, id: string) => {
    const closed: { code?: number } = {};
    const heard: unknown[] = [];
    class Socket extends WebSocket {
      constructor(url: string, protocols: string) {
        // As a page of the same origin does.
        super(
          url,
          protocols,
          shown.cookie === undefined ? {} : { headers: { cookie: shown.cookie, origin: api.address } },
        );
      }
    }
    let isOpen = false;
    const client = createClient({
      url: `${api.address.replace('http', 'ws')}/graphql`,
      webSocketImpl: Socket,
      connectionParams: shown.token === undefined ? {} : { token: shown.token },
      retryAttempts: 0,
      lazy: false,
      onNonLazyError: () => undefined,
      on: {
        connected: () => (isOpen = true),
        closed: (event) => Object.assign(closed, { code: (event as CloseEvent).code }),
      },
    });
    clients.push(client);
    client.subscribe(
      { query: 'subscription ($ids: [ID!]!) { recorded(ids: $ids) { type } }', variables: { ids: [id] } },
      // That it is numbered meanwhile, processes see to.
      { next: (value) => isNote(value) && heard.push(value), error: () => undefined, complete: () => undefined },
    );
    await until(() => isOpen);
    return { heard, closed };
  };

  it('T29: closes open sockets before they hear anything more once the token, or the session, has ended', async () => {
    const { token, id: tokenId } = await made();
    const other = await signIn(api);
    const { id = '' } = await observe(token, 'A lamp is broken');
    const [byToken, bySession] = [await listen({ token }, id), await listen(other, id)];
    const note = (text: string) => api.tell('unit', 'noteFinding', { id, text });
    expect(await note('Seen by both')).toMatchObject({ events: [{ type: 'FindingNoted' }] });
    await until(() => byToken.heard.length === 1 && bySession.heard.length === 1);
    expect(byToken.closed.code ?? bySession.closed.code).toBeUndefined();
    await send(`${api.address}/auth/tokens/${tokenId}`, 'DELETE', undefined, mine);
    await send(`${api.address}/auth/sign-out`, 'POST', {}, other);
    expect(await note('Heard by nobody')).toMatchObject({ events: [{ type: 'FindingNoted' }] });
    await until(() => byToken.closed.code !== undefined && bySession.closed.code !== undefined);
    expect([byToken.closed.code, bySession.closed.code]).toEqual([4401, 4401]);
    expect([byToken.heard, bySession.heard].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('T29: is dead with the next request once a grant ends, and when the account is shut', async () => {
    const { token } = await made();
    expect(await ask(token)).toMatchObject({ status: 200 });
    const ended = { id: `grant-${uuidOf(clerk.id)}`, number: 1, reason: 'Moved to another desk' };
    expect(await api.tell('admin', 'endGrant', ended)).toMatchObject({ events: [{ type: 'GrantEnded' }] });
    expect(codes(await ask(token))).toEqual([401, 'UNAUTHENTICATED']);
    mine = await signIn(api);
    const { token: another } = await made();
    await api.tell('admin', 'disableAccount', { id: accountOf(clerk.id), reason: 'On leave' });
    expect(codes(await ask(another))).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('has a name that is text, or is not made', async () => {
    await api.tell('admin', 'enableAccount', { id: accountOf(clerk.id), reason: 'Back' });
    mine = await signIn(api);
    for (const name of ['a\u0000b', '\ud800', ' ', 'x'.repeat(101), '']) {
      expect(codes(await make({ name }))).toEqual([400, 'BAD_USER_INPUT']);
    }
    expect((await make({ name: ' 报表 ' })).body).toMatchObject({ name: '报表' });
  });
});
