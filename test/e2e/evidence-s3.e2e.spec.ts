import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOOPBACK } from '../../apps/api/network/network.js';
import { tinyPng } from '../../libs/platform/evidence-files/testing/tiny-files.js';
import { openDoor } from '../support/browser.js';
import { RunningApi } from '../support/running-api.js';
import { S3_KEYS, S3Peer } from '../support/s3-peer.js';
import { soon } from '../support/soon.js';
import { beginUpload, offsetOf, sendBytes, upload } from '../support/uploads.js';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** The application with its files in an S3-compatible store. */
describe('evidence in a bucket', () => {
  let peer: S3Peer;
  let api: RunningApi;
  let inspector: { readonly address: string; readonly held: { readonly authorization: string } };
  beforeAll(async () => {
    peer = await S3Peer.listen();
    const evidenceStore = { ...S3_KEYS, endpoint: peer.endpoint, bucket: peer.bucket, prefix: '' };
    api = await RunningApi.start(undefined, LOOPBACK, { evidenceStore });
    await openDoor(api);
    inspector = { address: api.address, held: { authorization: `Bearer ${await api.token('inspector')}` } };
  });
  afterAll(async () => {
    await api.stop();
    await peer.close();
  });

  const get = (id: string) => fetch(`${api.address}/evidence/${id}`, { headers: inspector.held });
  const answerOf = async (response: Response) => {
    const { errors = [] } = JSON.parse(await response.text()) as { errors?: { extensions: { code: string } }[] };
    return [response.status, errors[0]?.extensions.code];
  };
  const isAlarmed = async () => {
    const ready = await fetch(`${api.address}/health/ready`);
    return (await ready.text()).includes('evidence-store');
  };

  it('is given as it was sent, and lies in the bucket sealed, and nowhere else', async () => {
    const photo = tinyPng({ text: 'canary 金丝雀' });
    const id = (await upload(inspector, photo, '金丝雀.png')).headers.get('evidence-id') ?? '';
    expect(sha256(Buffer.from(await (await get(id)).arrayBuffer()))).toBe(sha256(photo));
    expect(peer.objects.size).toBe(1);
    for (const object of peer.objects.values()) expect(object.toString('latin1')).not.toContain('canary');
    expect(readdirSync(join(api.folder, 'evidence'), { recursive: true })).toEqual(['uploads']);
  });

  it('T09: that was changed there is given to nobody', async () => {
    const id = (await upload(inspector, tinyPng({ text: 'changed' }))).headers.get('evidence-id') ?? '';
    const [key, object] = [...peer.objects].at(-1) ?? ['', Buffer.alloc(0)];
    peer.objects.set(key, Buffer.concat([object.subarray(1), object.subarray(0, 1)]));
    expect(await answerOf(await get(id))).toEqual([409, 'EVIDENCE_QUARANTINED']);
    expect([...peer.objects.keys()].filter((one) => one.startsWith('set-aside/'))).toHaveLength(1);
  });

  it('is neither taken nor given nor thought lost while the store is away, and goes on when it is back', async () => {
    const photo = tinyPng({ text: 'away' });
    const kept = (await upload(inspector, tinyPng({ text: 'before' }))).headers.get('evidence-id') ?? '';
    const location = (await beginUpload(inspector, photo.length)).headers.get('location') ?? '';
    peer.fault = 'busy';
    expect(await answerOf(await sendBytes(inspector, location, 0, photo))).toEqual([503, 'UNAVAILABLE']);
    expect(await answerOf(await get(kept))).toEqual([503, 'UNAVAILABLE']);
    await soon(async () => expect(await isAlarmed()).toBe(true));
    peer.fault = undefined;
    expect(await offsetOf(inspector, location)).toBe(photo.length);
    const done = await sendBytes(inspector, location, photo.length, Buffer.alloc(0));
    expect(done.status).toBe(204);
    const id = done.headers.get('evidence-id') ?? '';
    expect(sha256(Buffer.from(await (await get(id)).arrayBuffer()))).toBe(sha256(photo));
    expect((await get(kept)).status).toBe(200);
    await soon(async () => expect(await isAlarmed()).toBe(false));
  });

  it('for which there is no room is refused by name, and not recorded', async () => {
    peer.fault = 'full';
    expect(await answerOf(await upload(inspector, tinyPng({ text: 'full' })))).toEqual([507, 'STORAGE_FULL']);
    peer.fault = 'loses-a-byte';
    expect(await answerOf(await upload(inspector, tinyPng({ text: 'short' })))).toEqual([503, 'UNAVAILABLE']);
    peer.fault = undefined;
  });
});
