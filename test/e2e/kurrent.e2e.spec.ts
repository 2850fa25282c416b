import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { story } from '../../apps/cli/demo/story/index.js';
import { openEventLog } from '../../apps/api/event-log.js';
import { Peer } from '../support/kurrent-peer/peer.js';
import { RunningApi } from '../support/running-api.js';

/** `npm run demo` against the whole application, with its log in KurrentDB as far as a peer that speaks its protocol can be it. */
describe('the demo jurisdiction on a log in KurrentDB', () => {
  let peer: Peer;
  let api: RunningApi;
  beforeAll(async () => {
    peer = await new Peer().start();
    api = await RunningApi.start(peer.url);
  });
  afterAll(async () => {
    await api.stop();
    await peer.stop();
  });

  it('is told to the end', async () => {
    expect(await api.load(story())).toMatchObject({ failed: [], held: 0, added: story().length });
  });

  it('stays as it is when it is told again, by a program that finds the log full', async () => {
    const steps = story().slice(0, 40);
    const again = await api.load(steps);
    expect(again).toMatchObject({ failed: [], held: steps.length, added: 0 });
    expect(again.head.after).toBe(again.head.before);
  });

  it('is read as the story has it', async () => {
    const query = `{ closureRate { confirmed counted closedOut rate returned }
      responsibilityMatrix(first: 100) { edges { node { step fullyHeld } } } }`;
    const { data, errors } = await api.ask('supervision', query);
    expect(errors).toEqual([]);
    const step = '出站口核验健康码';
    expect(data).toMatchObject({
      closureRate: [{ confirmed: 3, counted: 3, closedOut: 1, rate: 1 / 3, returned: 1 }],
      responsibilityMatrix: { edges: expect.arrayContaining([{ node: { step, fullyHeld: false } }]) },
    });
  });
});

describe('a log in KurrentDB that cannot be used', () => {
  const open = (eventStoreUrl: string) => openEventLog({ eventStoreUrl, applicationUrl: '' });

  it.each([
    ['esdb://app:hidden@127.0.0.1:2113?tls=false', /^EVENT_STORE has a password and tls=false/],
    ['esdb://127.0.0.1:9?tls=false', /^EVENT_STORE: the log is not available: .*ECONNREFUSED/],
  ])('is one line for the operator: %s', async (url, line) => {
    await expect(open(url)).rejects.toMatchObject({ name: 'CannotStart', message: expect.stringMatching(line) });
    await expect(open(url)).rejects.toMatchObject({ message: expect.not.stringMatching(/\n|hidden/) });
  });
});
