import { CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VIEWS_OF_ALL } from '../../apps/api/contexts.js';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { query } from '../support/query.js';
import { RunningApi } from '../support/running-api.js';
import { soon } from '../support/soon.js';

interface System {
  readonly at: string;
  readonly head: string;
  readonly testClockFrom: string;
  readonly failing: readonly string[];
  readonly views: readonly { name: string; state: string; position: string; eventsBehind: number; parked: number }[];
  readonly parked: readonly { follower: string; position: string; error: string }[];
  readonly alarms: readonly { name: string; said: string }[];
  readonly measures: readonly { name: string; of: string | null; value: number }[];
  readonly settings: readonly { name: string; value: string | null; source: string; masked: boolean }[];
}

const SYSTEM = `{ system {
  at head testClockFrom failing
  views { name state position eventsBehind parked }
  parked { follower stream { id } position error }
  alarms { name said }
  measures { name of value }
  settings { name value source masked }
} }`;

/** What the server tells of itself, over HTTP, on PostgreSQL. */
describe('the system', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await RunningApi.start();
    expect((await api.load(founding)).failed).toEqual([]);
  }, 120_000);
  afterAll(() => api.stop());

  const look = async (language = 'en'): Promise<System> => {
    const { data, errors } = await api.ask('admin', SYSTEM, {}, language);
    expect(errors).toEqual([]);
    return data?.['system'] as System;
  };

  it('tells of every view how far it is, and everybody how far lists are behind', async () => {
    await soon(async () => {
      const { head, views } = await look();
      const serving = views.filter(({ state }) => state === 'serving');
      expect(serving.map(({ name }) => name).sort()).toEqual(VIEWS_OF_ALL.map(({ name }) => name).sort());
      expect(serving.filter(({ position, eventsBehind }) => position !== head || eventsBehind > 0)).toEqual([]);
      const { data } = await api.ask('public', '{ freshness { head reached eventsBehind secondsBehind } }');
      expect(data).toEqual({ freshness: { head, reached: head, eventsBehind: 0, secondsBehind: 0 } });
    });
  });

  it('tells time by the clock of the log, figures as monitors have them, and nothing that fails', async () => {
    const { at, testClockFrom, failing, measures, alarms } = await look();
    expect(testClockFrom).toBe('2022-01-01T00:00:00.000Z');
    expect(Date.parse(at)).toBeLessThan(Date.parse('2026-01-01'));
    expect([failing, alarms]).toEqual([[], []]);
    expect(measures).toEqual(expect.arrayContaining([{ name: 'parked_streams', of: null, value: 0 }]));
    expect(measures.map(({ of }) => of)).toEqual(expect.arrayContaining(['views', 'policies', 'timers']));
  });

  it('tells what it was started with, and no password', async () => {
    const { password } = new URL(api.databaseUrls.applicationUrl);
    expect(password.length).toBeGreaterThan(3);
    const { settings } = await look();
    const database = settings.find(({ name }) => name === 'DATABASE_URL');
    expect(database).toMatchObject({ source: 'environment', masked: false });
    expect(database?.value).toMatch(/^postgres/);
    expect(JSON.stringify(settings)).not.toContain(password);
    expect(settings.find(({ name }) => name === 'LOG_LEVEL')).toMatchObject({ value: 'info', source: 'default' });
  });

  it('names what a view cannot get past, and why', async () => {
    const { ownerUrl } = api.databaseUrls;
    const { views } = await look();
    const [first] = views;
    await query(
      ownerUrl,
      `INSERT INTO view.parked (follower, version, build, stream, position, error)
       SELECT follower, version, build, 'person-00000000-0000-4000-8000-000000000001', 7, 'TypeError: of no such thing'
         FROM view.checkpoint WHERE follower = '${first?.name ?? ''}' LIMIT 1`,
    );
    expect((await look()).parked).toEqual([
      {
        ...{ follower: first?.name, position: '7', error: 'TypeError: of no such thing' },
        stream: { id: 'person-00000000-0000-4000-8000-000000000001' },
      },
    ]);
  });

  it('shows administrators and auditors what happened at the door, the newest first, by whose account it is', async () => {
    const LOG = '{ securityLog(first: 200) { at event about { id } by { id } operation code } }';
    await soon(async () => {
      const { data, errors } = await api.ask('auditor', LOG);
      expect(errors).toEqual([]);
      const entries = data?.['securityLog'] as readonly { at: string; event: string; about: { id: string } | null }[];
      expect(entries.map(({ at }) => at)).toEqual(
        entries
          .map(({ at }) => at)
          .toSorted()
          .reverse(),
      );
      expect(entries.map(({ event }) => event)).toEqual(expect.arrayContaining(['authz_admin']));
      expect(JSON.stringify(entries)).not.toContain('account-');
    });
  });

  it('is told of an event that a superuser took away by whoever rests on it, and names the stream', async () => {
    const { superuserUrl } = api.databaseUrls;
    const photo = await api.photo('inspector', 'gate 2');
    const id: string = CAST_ORGANISATIONS.unit1.id;
    await query(superuserUrl, 'DELETE FROM log.event WHERE stream = $1 AND revision = 0', [id]);
    const told = await api.tell('inspector', 'recordObservation', {
      ...{ kind: 'inspection', class: 'inadequateControl', severity: 'minor', description: 'No thermometer.' },
      ...{ place: 'Gate 2', territoryId: CAST_TERRITORIES.county1.id, subjectOrgId: id, evidence: [photo] },
      occurredAt: undefined,
    });
    expect(told).toMatchObject({ code: 'HISTORY_DAMAGED' });
    const ready: unknown = await (await fetch(`${api.address}/health/ready`)).json();
    expect(ready).toMatchObject({ status: 'degraded', damaged: [id] });
  });

  it('is nothing for all others', async () => {
    for (const as of ['discipline', 'hq', 'unit', 'public'] as const)
      for (const asked of ['{ system { head } }', '{ securityLog { at } }']) {
        const { errors } = await api.ask(as, asked);
        expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['ROLE_MAY_NOT']);
      }
  });
});
