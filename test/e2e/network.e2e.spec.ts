import { CAST_ORGANISATIONS } from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { clerkWithAccount } from '../support/account.js';
import { asked, type Said } from '../support/asked-by-https.js';
import { certificate } from '../support/certificate.js';
import { ReverseProxy } from '../support/reverse-proxy.js';
import { RunningApi } from '../support/running-api.js';
import { securityEntries } from '../support/security-entries.js';
import { soon, until } from '../support/soon.js';

const PASSWORD = 'a password of my very own';
const NAME = 'tian.bao';
const FOREIGN = 'https://elsewhere.example';
const { unit1 } = CAST_ORGANISATIONS;
const mutation = (commandId: string) => ({
  query: `mutation ($input: RecordObservationInput!) { outcome: recordObservation(input: $input) { __typename } }`,
  variables: {
    input: {
      ...{ commandId, kind: 'selfCheck', class: 'inadequateControl', severity: 'minor' },
      ...{ description: 'A gate is open', place: 'Gate 3', evidence: [] },
      ...{ territoryId: unit1.territory.id, subjectOrgId: unit1.id },
    },
  },
});
const codesIn = ({ status, body }: Said) => [
  status,
  ...((JSON.parse(body) as { errors?: { extensions: { code: string } }[] }).errors ?? []).map(
    ({ extensions: { code } }) => code,
  ),
];

describe.each([
  ['with TLS at the proxy', certificate()],
  ['without TLS', undefined],
])('behind a reverse proxy, %s', (_, tls) => {
  let proxy: ReverseProxy;
  let api: RunningApi;
  let cookie = '';

  beforeAll(async () => {
    proxy = await ReverseProxy.start(tls);
    const network = { host: '127.0.0.1', publicUrl: proxy.url, trustedProxies: ['127.0.0.1'] };
    api = await RunningApi.start(undefined, network);
    proxy.upstream = api.address;
    expect((await api.load(founding)).failed).toEqual([]);
    await clerkWithAccount(api, { name: NAME, password: PASSWORD });
  });
  afterAll(async () => {
    await proxy.stop();
    await api.stop();
  });

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    asked(`${proxy.url}/${path}`, { body, headers, ca: tls?.cert });
  const ask = (headers: Record<string, string>, body: unknown = { query: '{ head }' }) =>
    post('graphql', body, { cookie, ...headers });

  /** What becomes of a connection: a notice of something that is recorded, or the code with which it is closed. */
  const listen = (headers: Record<string, string>, token?: string) => {
    const heard: unknown[] = [];
    class Dialled extends WebSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol, { headers, ca: tls?.cert });
      }
    }
    const client = createClient({
      url: `${proxy.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: Dialled,
      retryAttempts: 0,
      ...(token !== undefined && { connectionParams: { token } }),
    });
    client.on('connected', () => heard.push('connected'));
    client.subscribe(
      { query: 'subscription ($ids: [ID!]!) { recorded(ids: $ids) { type } }', variables: { ids: [unit1.id] } },
      {
        next: ({ data }) => heard.push((data as { recorded: { type: string } }).recorded.type),
        error: (error) => heard.push((error as { code?: number }).code ?? String(error)),
        complete: () => undefined,
      },
    );
    return { heard, end: () => client.dispose() };
  };

  it('signs people in from its own pages, with a cookie that fits how they came', async () => {
    const credentials = { name: NAME, password: PASSWORD };
    expect(codesIn(await post('auth/sign-in', credentials, { origin: FOREIGN }))).toEqual([403, 'FORBIDDEN']);
    expect(codesIn(await post('auth/sign-in', credentials, { 'content-type': 'text/plain' }))).toEqual([
      403,
      'FORBIDDEN',
    ]);
    const { status, headers } = await post('auth/sign-in', credentials, { origin: proxy.url });
    expect(status).toBe(200);
    const set = String(headers['set-cookie']);
    expect(set).toMatch(tls ? /^__Host-sifang=[\w-]{43};.*; Secure;/ : /^sifang=[\w-]{43};(?!.*Secure)/);
    cookie = set.split(';')[0] ?? '';
  });

  it('answers what its own pages ask, and nothing that others ask with the cookie', async () => {
    expect(codesIn(await ask({ origin: proxy.url }))).toEqual([200]);
    expect(codesIn(await ask({}))).toEqual([200]);
    expect(codesIn(await ask({ origin: FOREIGN }))).toEqual([403, 'FORBIDDEN']);
    expect(codesIn(await ask({ origin: 'null' }))).toEqual([403, 'FORBIDDEN']);
    expect(codesIn(await ask({ origin: api.address }))).toEqual([403, 'FORBIDDEN']);
    expect(codesIn(await ask({ 'content-type': 'text/plain' }))).toEqual([403, 'FORBIDDEN']);
    const before = await ask({});
    expect(codesIn(await ask({ origin: FOREIGN }, mutation('0190a6f0-0000-7000-8000-000000000001')))).toEqual([
      403,
      'FORBIDDEN',
    ]);
    expect((await ask({})).body).toBe(before.body);
    expect(codesIn(await ask({ origin: proxy.url }, mutation('0190a6f0-0000-7000-8000-000000000002')))).toEqual([200]);
    expect((await ask({})).body).not.toBe(before.body);
  });

  it('asks nothing of the origin of those who show a token', async () => {
    const authorization = `Bearer ${await api.token('supervision')}`;
    expect(codesIn(await ask({ origin: FOREIGN, authorization }))).toEqual([200]);
    const { heard, end } = listen({ origin: FOREIGN, cookie }, await api.token('supervision'));
    await until(() => heard.length > 0);
    expect(heard).toEqual(['connected']);
    await end();
  });

  it.each([[FOREIGN], ['null'], [undefined]])('opens no connection by cookie for a page of %s', async (origin) => {
    const { heard, end } = listen({ cookie, ...(origin !== undefined && { origin }) });
    await until(() => heard.length > 0);
    expect(heard).toEqual([4403]);
    await end();
  });

  it('carries subscriptions', async () => {
    const { heard, end } = listen({ cookie, origin: proxy.url });
    await until(() => heard.length > 0);
    const renamed = await api.tell('admin', 'renameOrganisation', { id: unit1.id, name: 'East Station' });
    expect(renamed).toMatchObject({ events: [{ type: 'OrgRenamed' }] });
    await until(() => heard.length > 1);
    expect(heard).toEqual(['connected', 'OrgRenamed']);
    await end();
  });

  it('believes the proxy about where people come from, and nobody before it', async () => {
    const knock = async (client: string, headers: Record<string, string> = {}) => {
      proxy.client = client;
      await post('auth/sign-in', { name: 'nobody', password: 'wrong' }, headers);
    };
    await knock('203.0.113.7');
    await knock('203.0.113.7', { 'x-forwarded-for': '198.51.100.1' });
    await knock('203.0.113.8');
    const failures = await soon(async () => {
      const entries = await securityEntries(api, 'authn_login_fail');
      const froms = entries.flatMap(({ from, count = 1 }) => Array.from({ length: count }, () => from));
      expect(froms).toHaveLength(3);
      return froms;
    });
    const [one, again, other] = failures;
    expect(one).toMatch(/^[\w-]{22}$/);
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });
});
