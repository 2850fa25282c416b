import { CAST_ORGANISATIONS, CAST_TERRITORIES } from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { LOOPBACK } from '../../apps/api/network/network.js';
import { Pooler, type Pooling } from '../support/pooler/pooler.js';
import { RunningApi } from '../support/running-api.js';
import { soon } from '../support/soon.js';

const { supervision, unit1 } = CAST_ORGANISATIONS;

/** The whole program behind a pooler as infra/postgres has it set up, and behind one that nobody set up. */
describe.each<Pooling>([
  { by: 'session', settings: 'dropped' },
  { by: 'session', settings: 'refused' },
])('the API behind a pooler by $by, settings $settings', (pooling) => {
  let api: RunningApi;
  let pooler: Pooler;
  beforeAll(async () => {
    const throughPooler = async (url: string) => (pooler = await Pooler.before(url, pooling)).url;
    api = await RunningApi.start(undefined, LOOPBACK, { throughPooler });
  });
  afterAll(async () => {
    await api.stop();
    await pooler.close();
  });

  const descriptions = async () => {
    const { data, errors } = await api.ask('inspector', '{ findings(first: 5) { edges { node { description } } } }');
    expect(errors).toEqual([]);
    const { edges } = data?.['findings'] as { edges: readonly { node: { description: string } }[] };
    return edges.map(({ node }) => node.description);
  };

  it('records and shows, and goes on after a restart with the sessions that the pooler kept', async () => {
    expect((await api.load(founding)).failed).toEqual([]);
    const observe = async (description: string, place: string, subjectOrgId: string = unit1.id) =>
      api.tell('inspector', 'recordObservation', {
        ...{ kind: 'inspection', class: 'inadequateControl', severity: 'serious', description, place },
        ...{ territoryId: CAST_TERRITORIES.county1.id, subjectOrgId },
        evidence: [await api.photo('inspector', description)],
        occurredAt: undefined,
      });
    expect(await observe('no thermometer', 'Gate 2')).toMatchObject({ events: [{ type: 'ObservationRecorded' }] });
    await soon(async () => expect(await descriptions()).toEqual(['no thermometer']));

    await api.restart();
    expect(await observe('no log of disinfection', 'Hall 1', supervision.id)).toMatchObject({
      events: [{ type: 'ObservationRecorded' }],
    });
    await soon(async () =>
      expect((await descriptions()).toSorted()).toEqual(['no log of disinfection', 'no thermometer']),
    );
  });
});
