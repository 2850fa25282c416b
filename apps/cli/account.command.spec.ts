import { randomUUID } from 'node:crypto';
import { grantsOf } from '#contexts/grants';
import type { Id } from '#kernel';
import { createLog } from '#platform/telemetry';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../test/support/fresh-database.js';
import { startNode } from '../../test/support/node-process.js';
import { soon } from '../../test/support/soon.js';
import { removeFolder, temporaryFolder } from '../../test/support/temporary-folder.js';
import { serve, type Serving } from '../api/serve.js';
import { documentOf } from './demo/document.js';

// Programs start here, on machines that may be busy.
jest.setTimeout(240_000);

const OWN = 'a password of my very own';
const NAMED = ['--territory', 'County K', '--body', 'County office', '--person', 'Gu An'];
const INIT = ['init', ...NAMED, '--sign-in', 'Founder'];

type Row = Readonly<Record<string, unknown>>;
interface Told {
  readonly id?: string;
  readonly code?: string;
  readonly path?: readonly string[];
}

describe('sifang init and sifang account', () => {
  let database: FreshDatabase;
  let serving: Serving;
  const dataDir = temporaryFolder();
  let founder: Row = {};
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(async () => {
    await serving.close();
    await database.drop();
    removeFolder(dataDir);
  });

  const sifang = async (args: readonly string[], environment: NodeJS.ProcessEnv = {}) => {
    const env = { ...process.env, LOG_LEVEL: 'warn', DATABASE_URL: database.applicationUrl, DATA_DIR: dataDir };
    const { lines, ended, child } = startNode('apps/cli/sifang.ts', ['--json', ...args], {
      env: { ...env, ...environment },
    });
    child.stdin?.end();
    const code = await ended;
    const text = lines.join('\n');
    return { code, text, rows: code === 0 ? (JSON.parse(text) as readonly Row[]) : [] };
  };
  const as = (name: unknown, password: unknown) => ({ SIFANG_NAME: String(name), SIFANG_PASSWORD: String(password) });
  const post = (path: string, body: unknown, cookie = '') =>
    fetch(`${serving.address}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  const signedIn = async (name: string) =>
    (await post('auth/sign-in', { name, password: OWN })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const tell = async (cookie: string, mutation: string, input: object): Promise<Told> => {
    const variables = { input: { commandId: randomUUID(), ...input } };
    const answer = await post('graphql', { query: documentOf(mutation), variables }, cookie);
    const { data } = (await answer.json()) as { data?: { outcome: Told } };
    return data?.outcome ?? { code: String(answer.status) };
  };

  it('makes the first administrator of an empty log, without a server; broken off, the same founding goes on', async () => {
    const first = await sifang(INIT);
    expect(first).toMatchObject({ code: 0, rows: [{ name: 'founder', oneTimePassword: expect.any(String) }] });
    const again = await sifang(INIT);
    [founder = {}] = again.rows;
    expect(founder).toEqual({ ...first.rows[0], oneTimePassword: expect.any(String) });
    expect(founder['oneTimePassword']).not.toBe(first.rows[0]?.['oneTimePassword']);
    expect(await sifang(['init', ...NAMED, '--sign-in', 'x', '--level', 'moon'])).toMatchObject({ code: 2 });
  });

  it('has them choose a password of their own first, and never takes one as an argument', async () => {
    const [name, password] = [founder['name'], founder['oneTimePassword']];
    expect(await sifang(['account', 'list'])).toMatchObject({ code: 2, text: expect.stringContaining('SIFANG_NAME') });
    expect(await sifang(['account', 'list'], as(name, 'wrong'))).toMatchObject({
      code: 1,
      text: expect.stringContaining('SIGN_IN_FAILED'),
    });
    expect(await sifang(['account', 'list'], as(name, password))).toMatchObject({
      code: 1,
      text: expect.stringContaining('sifang account password'),
    });
    const change = (next: string) =>
      sifang(['account', 'password'], { ...as(name, password), SIFANG_NEW_PASSWORD: next });
    expect(await change('short')).toMatchObject({ code: 1, text: expect.stringContaining('PASSWORD_TOO_SHORT') });
    expect(await change(OWN)).toMatchObject({ code: 0 });
    expect((await sifang(['account', 'list'], as(name, OWN))).rows).toEqual([
      { name: 'founder', person: founder['person'], enabled: true, mustChange: false },
    ]);
    expect(await sifang(INIT)).toMatchObject({ code: 1, text: expect.stringContaining('nothing was changed') });
  });

  it('SD4: the first one hands over to two others who can sign in, and from then on it takes two', async () => {
    serving = await serve(
      { port: 0, dataDir, production: false, applicationUrl: database.applicationUrl },
      createLog('error'),
    );
    const cookie = await signedIn('founder');
    const place = await tell(cookie, 'addTerritory', {
      name: 'City C',
      level: 'city',
      validFrom: '2020-01-01T00:00:00.000Z',
    });
    const body = await tell(cookie, 'createOrganisation', {
      ...{ name: 'City office', orgKind: 'department', territoryId: place.id, temporary: false },
    });
    const people = [];
    for (const name of ['yi', 'er', 'san']) {
      const postId = `post-${randomUUID()}`;
      await tell(cookie, 'establishPost', { id: body.id, postId, title: 'Administrator' });
      const { id = '' } = await tell(cookie, 'registerPerson', { name });
      await tell(cookie, 'holdPost', { id, postId, orgId: body.id, from: new Date(Date.now() - 60_000).toISOString() });
      people.push(id);
    }
    const [yi = '', er = '', san = ''] = people;
    const handOver = { id: founder['grants'], firstId: yi, secondId: er };
    expect(await tell(cookie, 'handOverAdministration', handOver)).toMatchObject({ code: 'CANNOT_SIGN_IN' });
    for (const [name, id] of [
      ['yi', yi],
      ['er', er],
    ] as const) {
      const [row] = (await sifang(['account', 'add', '--person', id, '--sign-in', name], as('founder', OWN))).rows;
      expect(row).toMatchObject({ name, person: id });
      const choice = { ...as(name, row?.['oneTimePassword']), SIFANG_NEW_PASSWORD: OWN };
      expect(await sifang(['account', 'password'], choice)).toMatchObject({ code: 0 });
    }
    const twice = await sifang(['account', 'add', '--person', yi, '--sign-in', 'other'], as('founder', OWN));
    expect(twice).toMatchObject({ code: 1, text: expect.stringContaining('ACCOUNT_EXISTS') });
    expect(await tell(cookie, 'handOverAdministration', handOver)).toMatchObject({ id: founder['grants'] });
    // Their session ended with their role, and no other gives them one.
    expect(await tell(cookie, 'registerPerson', { name: 'si' })).toEqual({ code: '401' });
    expect(await tell(await signedIn('founder'), 'registerPerson', { name: 'si' })).toMatchObject({
      code: 'ROLE_MAY_NOT',
    });

    const grant = {
      personId: san,
      role: 'inspector',
      territoryId: place.id,
      from: '2020-01-01T00:00:00.000Z',
      reason: 'Sent',
    };
    await soon(async () => {
      expect(await tell(await signedIn('yi'), 'grantRole', grant)).toMatchObject({ id: grantsOf(san as Id<'person'>) });
    });
    await soon(async () => {
      expect(await tell(await signedIn('er'), 'registerPerson', { name: 'wu' })).toMatchObject({
        id: expect.anything(),
      });
    });
    const approve = { id: grantsOf(san as Id<'person'>), number: 1 };
    expect(await tell(await signedIn('yi'), 'approveGrant', approve)).toMatchObject({ code: 'OWN_PROPOSAL' });
    expect(await tell(await signedIn('er'), 'approveGrant', approve)).toMatchObject({ id: approve.id });
  });

  it('shuts out, lets in again and resets, by the rules that the server has', async () => {
    const admin = as('yi', OWN);
    const shut = await sifang(['account', 'disable', 'founder', '--reason', 'Done'], admin);
    expect(shut.rows).toEqual([{ name: 'founder', enabled: false, changed: true }]);
    expect(await sifang(['account', 'list'], as('founder', OWN))).toMatchObject({
      code: 1,
      text: expect.stringContaining('ACCOUNT_DISABLED'),
    });
    expect(await sifang(['account', 'enable', 'founder', '--reason', 'Back'], admin)).toMatchObject({ code: 0 });
    expect(await sifang(['account', 'disable', 'yi', '--reason', 'Me'], admin)).toMatchObject({
      code: 1,
      text: expect.stringContaining('OWN_ACCOUNT'),
    });
    expect((await sifang(['account', 'reset', 'founder'], admin)).rows).toEqual([
      { name: 'founder', oneTimePassword: expect.stringMatching(/^(\w{5}-){3}\w{5}$/) },
    ]);
    expect(await signedIn('founder')).toBe('');
    expect(await sifang(['account', 'reset', 'nobody'], admin)).toMatchObject({ code: 1 });
  });
});
