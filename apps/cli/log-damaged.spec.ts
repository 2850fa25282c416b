import { KurrentEventStore } from '#platform/eventstoredb';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { anAppend } from '../../libs/platform/event-store/event-store.contract.js';
import {
  deleteSoftly,
  setDefaultAccess,
  setMetadata,
  tombstone,
  writeForeign,
} from '../../test/support/kurrent-peer/operator.js';
import { Peer } from '../../test/support/kurrent-peer/peer.js';
import { startNode } from '../../test/support/node-process.js';

// Programs start here, on machines that may be busy.

const verify = async (url: string) => {
  const env = { ...process.env, LOG_LEVEL: 'warn' };
  const { lines, ended } = startNode('apps/cli/sifang.ts', ['log', 'verify', '--url', url], { env });
  return { code: await ended, lines };
};

describe('sifang log verify, of a log in KurrentDB', () => {
  let peer: Peer;
  beforeEach(async () => {
    peer = await new Peer().start();
    const store = new KurrentEventStore(peer.url);
    for (let n = 0; n < 4; n++) await store.append(anAppend());
    await store.close();
  });
  afterEach(() => peer.stop());

  it('names each stream that others have taken something from, or written to, with its position, a line each', async () => {
    const [trimmed = '', deleted = '', closed = ''] = peer.log.all
      .map(({ stream }) => stream)
      .filter((stream) => stream.startsWith('thing-'));
    setMetadata(peer.log, trimmed, { $maxCount: 1 });
    deleteSoftly(peer.log, deleted);
    tombstone(peer.log, closed);
    writeForeign(peer.log, 'orders-1');
    const streams = [trimmed, deleted, closed, 'orders-1'];
    const places = peer.log.all.slice(-4).map(({ position }) => String(position));

    const { code, lines } = await verify(peer.url);
    expect({ code, lines }).toMatchObject({ code: 4 });
    const told = lines.filter((line) => line.includes('position 位置'));
    expect(told).toEqual(
      streams.map((stream, n) => expect.stringContaining(`position 位置 ${places[n] ?? ''}: ${stream} `)),
    );
    for (const line of told) expect(line.split(': ').at(-1)).toMatch(/\p{Script=Han}/u);
    expect(lines.join('\n')).not.toMatch(/^ +at /m);
  });

  it('warns where others than administrators may delete', async () => {
    setDefaultAccess(peer.log, { $d: '$all', $mw: '$admins' });
    const { code, lines } = await verify(peer.url);
    expect({ code, lines }).toMatchObject({
      code: 3,
      lines: expect.arrayContaining([expect.stringMatching(/^\$settings: .*\$all.*\p{Script=Han}/u)]),
    });
  });
});
