import { DamagedHistory, type EventStore } from '#platform/event-store';
import { verifyLog } from '#platform/log-tools';
import type { Id } from '#kernel';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  deleteSoftly,
  setDefaultAccess,
  setMetadata,
  tombstone,
  writeForeign,
} from '../../../test/support/kurrent-peer/operator.js';
import { PeerLog } from '../../../test/support/kurrent-peer/peer-log.js';
import { Peer } from '../../../test/support/kurrent-peer/peer.js';
import { accessDenied } from '../../../test/support/kurrent-peer/refusals.js';
import { until } from '../../../test/support/soon.js';
import { aFact, anAppend, aStream, everything } from '../event-store/event-store.contract.js';
import { KurrentEventStore } from './kurrent-event-store.js';
import { KurrentLog } from './kurrent-log.js';

const HAN = /\p{Script=Han}/u;

describe('a history that others have taken something from', () => {
  let later: number;
  let peer: Peer;
  let store: EventStore & { close(): Promise<void> };
  let stream: Id;
  let bystander: Id;
  beforeEach(async () => {
    later = 0;
    peer = await new Peer({ log: new PeerLog(() => Date.now() + later) }).start();
    store = new KurrentEventStore(peer.url);
    [stream, bystander] = [aStream(), aStream()];
    for (let n = 0; n < 3; n++) await store.append(anAppend({ stream, expected: BigInt(n), events: [aFact({ n })] }));
    await store.append(anAppend({ stream: bystander }));
  });
  afterEach(async () => {
    await store.close();
    await peer.stop();
  });

  const verified = async () => {
    const log = new KurrentLog(peer.url);
    return verifyLog(log, { isDense: false }).finally(() => log.close());
  };

  const DAMAGES: readonly [string, () => void][] = [
    ['$maxCount', () => setMetadata(peer.log, stream, { $maxCount: 1 })],
    ['$tb', () => setMetadata(peer.log, stream, { $tb: 2 })],
    [
      '$maxAge',
      () => {
        setMetadata(peer.log, stream, { $maxAge: 60 });
        later = 61_000;
      },
    ],
    ['a soft delete', () => deleteSoftly(peer.log, stream)],
    ['a tombstone', () => tombstone(peer.log, stream)],
    ['an event of another program', () => writeForeign(peer.log, stream)],
  ];

  it.each(DAMAGES)('is damage, and never shorter: %s', async (_, damage) => {
    damage();
    await expect(store.readStream(stream)).rejects.toBeInstanceOf(DamagedHistory);
    await expect(store.readStream(stream, { backwards: true })).rejects.toBeInstanceOf(DamagedHistory);
    expect(store.damages()).toMatchObject([{ stream, reason: expect.stringMatching(HAN) }]);
    expect(await store.readStream(bystander)).toHaveLength(1);
    expect(await everything(store)).toHaveLength(4);
    expect(await store.append(anAppend())).toMatchObject({ revision: 0n });
  });

  it.each(DAMAGES)('is named by the check of the log, with its position: %s', async (_, damage) => {
    expect(await verified()).toMatchObject({ events: 4, warnings: [] });
    damage();
    const { position } = peer.log.all.at(-1) ?? {};
    expect(await verified()).toEqual({ position, reason: expect.stringContaining(stream) });
    expect(await verified()).toMatchObject({ reason: expect.stringMatching(HAN) });
  });

  it.each(DAMAGES)('is known to whoever asks for damage, though nobody read it: %s', async (name, damage) => {
    damage();
    expect(store.damages()).toEqual([]);
    // Of other programs' events only whoever reads the log hears.
    if (name === 'an event of another program') await store.head();
    await until(() => store.damages().length > 0);
    expect(store.damages()).toMatchObject([{ stream, position: peer.log.all.at(-1)?.position }]);
  });

  it('is known while the metadata of streams may not be read, by what the log says of them', async () => {
    store.damages();
    peer.faults.read = (name) => (name.startsWith('$$') ? { is: 'error', refusal: accessDenied() } : undefined);
    deleteSoftly(peer.log, stream);
    await until(() => store.damages().length > 0);
    await expect(store.readStream(stream)).rejects.toBeInstanceOf(DamagedHistory);
    expect(await store.readStream(aStream())).toEqual([]);
  });

  it('is whole again when what was set is taken back', async () => {
    setMetadata(peer.log, stream, { $maxCount: 1 });
    await expect(store.readStream(stream)).rejects.toBeInstanceOf(DamagedHistory);
    await until(() => store.damages().length > 0);
    setMetadata(peer.log, stream, {});
    expect(await store.readStream(stream)).toHaveLength(3);
    await until(() => store.damages().length === 0);
    expect(await verified()).toMatchObject({ events: 4 });
  });

  it('takes no beginning that the server counts on from what it keeps back', async () => {
    deleteSoftly(peer.log, stream);
    await expect(store.append(anAppend({ stream }))).rejects.toBeInstanceOf(DamagedHistory);
    await expect(store.readStream(stream)).rejects.toBeInstanceOf(DamagedHistory);
  });

  it('is closed to appends by a tombstone', async () => {
    tombstone(peer.log, stream);
    await expect(store.append(anAppend({ stream, expected: 3n }))).rejects.toBeInstanceOf(DamagedHistory);
  });

  it('leaves a log usable that ends with what others wrote', async () => {
    writeForeign(peer.log, 'orders-1');
    tombstone(peer.log, 'orders-2');
    const again = new KurrentEventStore(peer.url);
    expect(await again.head()).toBe((await everything(store)).at(-1)?.position);
    expect(await again.append(anAppend())).toMatchObject({ revision: 0n });
    expect(again.damages().map((one) => one.stream)).toEqual(['orders-1', 'orders-2']);
    await again.close();
  });

  it('is warned of while others may delete', async () => {
    const open = { $d: ['$admins', 'sifang'], $mw: '$admins' };
    setDefaultAccess(peer.log, open);
    setMetadata(peer.log, bystander, { $acl: { $mw: '$all' } });
    const warned = [expect.stringMatching(/^\$settings: .*sifang/), expect.stringMatching(`^${bystander}: .*\\$all`)];
    expect(await verified()).toMatchObject({ warnings: warned });
    setDefaultAccess(peer.log, {});
    setMetadata(peer.log, bystander, {});
    expect(await verified()).toMatchObject({ warnings: [expect.stringMatching(HAN)] });
  });
});
