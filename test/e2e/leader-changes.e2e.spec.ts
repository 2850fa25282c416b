import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiClient, newPeople } from '../faults/support/api-work.js';
import { askOn } from '../faults/support/asking.js';
import { heardBy, saysWhatToDo, type Heard } from '../faults/support/heard.js';
import { counted, type Told } from '../faults/support/told.js';
import { write } from '../faults/support/writers.js';
import { PeerCluster } from '../support/kurrent-peer/peer-cluster.js';
import { notReady } from '../support/kurrent-peer/refusals.js';
import { RunningApi } from '../support/running-api.js';
import { until } from '../support/soon.js';

/** The whole application under load, with its log in a cluster whose leader changes in every way that it can. */
describe('the application on a log whose leader changes', () => {
  let cluster: PeerCluster;
  let api: RunningApi;
  const told: Told[] = [];
  let heard: readonly Heard[];
  let answered = 0;
  let on = true;

  beforeAll(async () => {
    cluster = await PeerCluster.start();
    api = await RunningApi.start(cluster.url);
    const more = () => on;
    const listening = heardBy(await apiClient(api.folder, () => api.address));
    heard = listening.heard;
    const { client } = listening;
    const writing = write({ writers: 4, work: newPeople(client), more, tries: 10_000, to: told });
    const asking = Promise.all([1, 2].map(() => askOn(client, () => told.at(-1), more)));
    const goesOn = async () => {
      const before = told.length;
      await until(() => told.length > before + 5);
    };
    await goesOn();
    cluster.elect(cluster.follower);
    await goesOn();
    // It dies, and comes back when another one leads.
    const dead = cluster.leader;
    await dead.stop();
    await sleep(200);
    cluster.elect(cluster.follower);
    await goesOn();
    await dead.start();
    // Two of three are gone for a while.
    const { leader } = cluster;
    cluster.elect(undefined);
    for (const fail of [...leader.subscriptions]) fail(notReady());
    const gossip = () => cluster.nodes.reduce((sum, { asked }) => sum + asked.gossip, 0);
    const before = gossip();
    await until(() => gossip() > before + 15);
    cluster.elect(leader);
    await goesOn();
    leader.freeze();
    cluster.elect(cluster.follower);
    await goesOn();
    leader.thaw();
    await goesOn();
    on = false;
    await writing;
    answered = (await asking).reduce((sum, count) => sum + count, 0);
  });
  afterAll(async () => {
    on = false;
    await api.stop();
    await cluster.stop();
  });

  it('records each command once, and nothing else', () => {
    expect(counted(told)).toEqual({ acked: told.length, refused: 0, unknown: 0, later: 0 });
    for (const { stream } of told) expect(cluster.log.stream(stream)).toHaveLength(1);
  });

  it('never says that something went wrong, and with each failure what to do, in both languages', () => {
    expect(heard.filter((one) => !saysWhatToDo(one))).toEqual([]);
    expect(new Set(heard.map(({ language }) => language))).toEqual(new Set(['en', 'zh']));
    expect(answered).toBeGreaterThan(20);
  });
});
