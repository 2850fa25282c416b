import { randomUUID } from 'node:crypto';
import { SYSTEM, type Actor } from '#access';
import { account, accountOf, grants, grantsOf } from '#contexts/grants';
import { evidence } from '#contexts/evidence';
import { finding } from '#contexts/findings';
import { organisation, person, territory } from '#contexts/parties';
import { idOf, type AnyDecider, type Id } from '#kernel';
import { createLog } from '#platform/telemetry';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client } from 'pg';
import { throughGate, type Gate } from '../../apps/cli/accounts/gate.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

const SINCE = '2022-01-01T00:00:00.000Z';
const the = <K extends string>(kind: K, n: number): Id<K> =>
  idOf(kind, `00000000-0000-4000-8000-00000000000${String(n)}`);
const at = (n: number) => ({ actorId: the('person', n), orgId: the('organisation', n), postId: the('post', n) });
/** Sets up the directory, and grants roles in it. */
const keeper: Actor = { ...at(9), grants: [{ role: 'admin' }] };
/** Reports for a body below two others. */
const reporter: Actor = { ...at(3), byRecord: true, grants: [] };

/** What a command asks of PostgreSQL, on a log that goes by the real clock: one client waits for these one after the other. */
describe('the statements of one mutation', () => {
  let database: FreshDatabase;
  let gate: Gate;
  const dataDir = temporaryFolder();
  let done: () => void = () => undefined;
  let closed: Promise<unknown> = Promise.resolve();
  const asked: string[] = [];

  const ask = async (actor: Actor, [decider, stream]: readonly [AnyDecider, Id], type: string, data: object) => {
    const outcome = await gate.decide({ decider, stream, command: { type, data }, actor });
    if (!outcome.recorded) throw new Error(`${type}: ${outcome.code}`);
  };
  const settle = async (n: number, above?: number) => {
    const { actorId, orgId, postId } = at(n);
    const place = { orgKind: 'enterprise', territoryId: the('territory', 2), temporary: false };
    const body = { name: `Body ${String(n)}`, ...place, ...(above && { parentId: the('organisation', above) }) };
    await ask(keeper, [organisation, orgId], 'CreateOrganisation', body);
    await ask(keeper, [organisation, orgId], 'EstablishPost', { postId, title: 'Clerk' });
    await ask(keeper, [person, actorId], 'RegisterPerson', { name: 'Lin' });
    await ask(keeper, [person, actorId], 'HoldPost', { postId, orgId, from: SINCE });
  };
  /** A file that the reporter has uploaded. */
  const photo = async () => {
    const file = `evidence-${randomUUID()}` as const;
    const sha256 = randomUUID().replaceAll('-', '').repeat(2);
    const data = { sha256, bytes: 1, mediaType: 'image/png', address: sha256, keyId: randomUUID() };
    await ask(reporter, [evidence, file], 'StoreEvidence', data);
    return file;
  };
  const observe = (file: Id<'evidence'>) =>
    ask(reporter, [finding, `finding-${randomUUID()}`], 'RecordObservation', {
      ...{ kind: 'selfCheck', class: 'inadequateControl', severity: 'minor', description: 'No list' },
      ...{ place: randomUUID(), territoryId: the('territory', 2), subjectOrgId: the('organisation', 3) },
      evidence: [file],
    });

  beforeAll(async () => {
    database = await freshDatabase();
    const { applicationUrl } = database;
    const place = { applicationUrl, dataDir, eventStoreUrl: undefined, log: createLog('error') };
    await new Promise<void>((isOpen) => {
      closed = throughGate(place, (opened) => {
        gate = opened;
        isOpen();
        return new Promise<void>((resolve) => (done = resolve));
      });
    });
    const [county, town] = [the('territory', 1), the('territory', 2)];
    await ask(keeper, [territory, county], 'AddTerritory', { name: 'County', level: 'county', validFrom: SINCE });
    const inCounty = { name: 'Town', level: 'township', parentId: county, validFrom: SINCE };
    await ask(keeper, [territory, town], 'AddTerritory', inCounty);
    await settle(1);
    await settle(2, 1);
    await settle(3, 2);
    await settle(9);
    const { actorId: personId, orgId } = reporter;
    await ask(SYSTEM, [account, accountOf(the('person', 3))], 'AddAccount', { personId });
    const role = { grantee: { personId }, role: 'unit', orgId, from: SINCE, reason: 'Reports' };
    await ask(keeper, [grants, grantsOf(the('person', 3))], 'GrantRole', role);
    await observe(await photo());
    const query = Object.getOwnPropertyDescriptor(Client.prototype, 'query')?.value as (...how: unknown[]) => unknown;
    jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...how: unknown[]) {
      const [what] = how as readonly (string | { readonly name?: string; readonly text: string })[];
      asked.push(typeof what === 'string' ? what : (what?.name ?? what?.text ?? ''));
      return query.apply(this, how);
    });
  }, 60_000);

  afterEach(() => {
    asked.length = 0;
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    done();
    await closed;
    await database.drop();
    removeFolder(dataDir);
  });

  it('are one to know who asks again, and one for how they stand', async () => {
    const { door } = gate;
    const chosen = { postId: the('post', 3), orgId: the('organisation', 3) };
    const owner = accountOf(the('person', 3));
    const standing = await door.standings.of(owner, chosen, new Date().toISOString());
    if (!standing) throw new Error('they should stand');
    const wanted = { name: 'Report', scope: 'write' as const, endsAt: new Date(Date.now() + 60_000) };
    const made = await door.tokens.make(owner, { chosen, standing }, wanted);
    if ('refused' in made) throw new Error(made.refused);
    asked.length = 0;
    expect((await door.tokens.known(made.secret))?.actor).toMatchObject(at(3));
    expect(asked).toEqual([expect.stringContaining('sign_in.access_token'), 'streams']);
  });

  it('are two for all that it rests on, since files tell by what they may be in twice, one for its claims, and one for what happened', async () => {
    const file = await photo();
    asked.length = 0;
    await observe(file);
    expect(asked).toEqual(['streams', 'streams', 'append together', 'append together, relying']);
  });
});
