import { CAST_TERRITORIES } from '#platform/identity';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { deleteSoftly, setMetadata, tombstone, writeForeign } from '../support/kurrent-peer/operator.js';
import { Peer } from '../support/kurrent-peer/peer.js';
import { RunningApi } from '../support/running-api.js';
import { soon } from '../support/soon.js';

const HAN = /\p{Script=Han}/u;

/** The whole application on a log from which somebody has taken something, behind its back. */
describe('the application on a damaged log in KurrentDB', () => {
  const peer = new Peer();
  let api: RunningApi;
  beforeAll(async () => {
    await peer.start();
    api = await RunningApi.start(peer.url);
    expect((await api.load(founding)).failed).toEqual([]);
  });
  afterAll(async () => {
    await api.stop();
    await peer.stop();
  });

  let count = 0;
  const observed = async () => {
    // Twins would rest on each other.
    const photo = await api.photo('inspector', `gate ${String(++count)}`);
    const told = await api.tell('inspector', 'recordObservation', {
      ...{
        kind: 'inspection',
        class: 'inadequateControl',
        severity: 'minor',
        description: `${String(count)} is missing.`,
      },
      ...{ place: `Gate ${String(count)}`, territoryId: CAST_TERRITORIES.county1.id, evidence: [photo] },
      occurredAt: undefined,
    });
    expect(told).toMatchObject({ events: [{ type: 'ObservationRecorded' }] });
    return told.id ?? '';
  };
  const ready = async (): Promise<unknown> => (await fetch(`${api.address}/health/ready`)).json();
  const confirm = (id: string, language = 'en') => api.tell('lead', 'confirmFinding', { id }, language);
  const damaged: string[] = [];

  const damages: readonly ((id: string) => void)[] = [
    (id) => deleteSoftly(peer.log, id),
    (id) => tombstone(peer.log, id),
    (id) => setMetadata(peer.log, id, { $tb: 1 }),
    (id) => writeForeign(peer.log, id),
  ];

  it('refuses commands on the streams that are damaged, and says so in both languages; others are served', async () => {
    for (const damage of damages) {
      const id = await observed();
      // A second event, so that something is left.
      expect(await confirm(id)).toMatchObject({ events: [{ type: 'FindingConfirmed' }] });
      damage(id);
      damaged.push(id);
      expect(await confirm(id)).toMatchObject({ code: 'HISTORY_DAMAGED', message: expect.stringMatching(/damaged/) });
      expect(await confirm(id, 'zh')).toMatchObject({ code: 'HISTORY_DAMAGED', message: expect.stringMatching(HAN) });
    }
    expect(await confirm(await observed())).toMatchObject({ events: [{ type: 'FindingConfirmed' }] });
  });

  it('is ready, degraded, and names them', async () => {
    await soon(async () => {
      expect(await ready()).toMatchObject({
        status: 'degraded',
        alarms: ['history-damaged'],
        damaged: expect.arrayContaining(damaged),
      });
    });
  });

  it('does not show a part of such a history as if it was all', async () => {
    const ask = 'query ($id: ID!) { timeline(id: $id, first: 9) { edges { node { name } } } }';
    for (const id of damaged) {
      const { errors } = await api.ask('discipline', ask, { id });
      expect(errors).toMatchObject([{ extensions: { code: 'HISTORY_DAMAGED' } }]);
    }
  });

  it('starts again, serves the others, and is told of the damage again by whoever comes upon it', async () => {
    await api.restart();
    for (const id of damaged) expect(await confirm(id)).toMatchObject({ code: 'HISTORY_DAMAGED' });
    expect(await ready()).toMatchObject({ status: 'degraded', damaged: expect.arrayContaining(damaged) });
    expect(await confirm(await observed())).toMatchObject({ events: [{ type: 'FindingConfirmed' }] });
  });
});
