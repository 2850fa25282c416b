import { CAST_TERRITORIES } from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { query } from '../support/query.js';
import { RunningApi, type Told } from '../support/running-api.js';
import { soon } from '../support/soon.js';

const LIST = '{ findings(first: 50) { edges { node { id number } } } }';
const NUMBERED = '$policy when_a_finding_is_recorded_then_it_is_numbered';

/** Over HTTP, on PostgreSQL. */
describe('the number of a finding', () => {
  let api: RunningApi;
  const ids: string[] = [];
  beforeAll(async () => {
    api = await RunningApi.start();
    expect((await api.load(founding)).failed).toEqual([]);
  });
  afterAll(() => api.stop());

  const record = async (as: 'inspector' | 'commander'): Promise<Told> => {
    const told = await api.tell(as, 'recordObservation', {
      ...{ kind: 'inspection', class: 'inadequateControl', severity: 'minor', description: 'No list' },
      ...{ place: `Gate ${String(ids.length)}`, territoryId: CAST_TERRITORIES.county1.id, evidence: [] },
    });
    ids.push(String(told.id));
    return told;
  };
  const numbers = async () => {
    const { data } = await api.ask('discipline', LIST);
    const { edges } = data?.['findings'] as { edges: { node: { id: string; number: string | null } }[] };
    const byId = new Map(edges.map(({ node }) => [node.id, node.number]));
    return ids.map((id) => byId.get(id));
  };
  const events = async () =>
    (await query(api.databaseUrls.superuserUrl, `SELECT type FROM log.event WHERE type = 'FindingNumbered'`)).length;
  const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Shanghai' });

  it('is there for whoever waits for what they recorded, and found by the text of it', async () => {
    const { position } = await record('inspector');
    await record('commander');
    await record('inspector');
    const one = 'query ($id: ID!, $waitFor: String) { finding(id: $id, waitFor: $waitFor) { number recordedAt } }';
    const { data } = await api.ask('inspector', one, { id: ids[0], waitFor: position });
    const { number, recordedAt } = data?.['finding'] as { number: string; recordedAt: string };
    expect(number).toBe(`WT-${year.format(new Date(recordedAt))}-0001`);
    const second = number.replace('0001', '0002');
    await soon(async () => expect(await numbers()).toEqual([number, number, second]));
    const found = await api.ask('inspector', `{ findings(text: "${second.toLowerCase()}") { edges { node { id } } } }`);
    expect(found.data).toEqual({ findings: { edges: [{ node: { id: ids[2] } }] } });
  });

  it('is the same after a restart, and given once', async () => {
    const before = await numbers();
    await api.restart();
    await record('inspector');
    await soon(async () => expect(await numbers()).toEqual([...before, String(before[2]).replace('0002', '0003')]));
    expect(await events()).toBe(4);
  });

  it('is the same once what gives it begins at the start of the log, as it does on one of an older release', async () => {
    const before = await numbers();
    const { superuserUrl } = api.databaseUrls;
    await api.restart(async () => {
      const gone = `DELETE FROM view.checkpoint WHERE follower = '${NUMBERED}' RETURNING follower`;
      expect(await query(superuserUrl, gone)).toHaveLength(1);
    });
    await record('commander');
    await soon(async () => expect(await numbers()).toEqual([...before, before[2]]));
    expect(await events()).toBe(5);
  });
});
