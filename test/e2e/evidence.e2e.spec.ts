import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tinyExif, tinyJpeg, tinyMp4, tinyPng } from '../../libs/platform/evidence-files/testing/tiny-files.js';
import { openDoor, signIn } from '../support/browser.js';
import { RunningApi } from '../support/running-api.js';
import { soon, until } from '../support/soon.js';
import { beginUpload, offsetOf, sendBytes, upload } from '../support/uploads.js';

const QUERY = `query ($id: ID!, $waitFor: String) { evidence(id: $id, waitFor: $waitFor) {
  status flaw sha256 bytes mediaType name takenAt takenWhere uploadedBy { id } } }`;

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const codeOf = async (response: Response) => {
  const { errors = [] } = JSON.parse(await response.text()) as { errors?: { extensions: { code: string } }[] };
  return [response.status, errors[0]?.extensions.code];
};

/** Files over HTTP, on PostgreSQL, in a folder. */
describe('evidence', () => {
  let api: RunningApi;
  let clerk: { readonly address: string; readonly held: { readonly cookie: string } };
  let inspector: { readonly address: string; readonly held: { readonly authorization: string } };
  beforeAll(async () => {
    api = await RunningApi.start();
    await openDoor(api);
    const { address } = api;
    clerk = { address, held: await signIn(api) };
    inspector = { address, held: { authorization: `Bearer ${await api.token('inspector')}` } };
  });
  afterAll(() => api.stop());

  const get = (id: string, headers: Record<string, string> = inspector.held) =>
    fetch(`${api.address}/evidence/${id}`, { headers });
  const bytesOf = (location: string) =>
    join(api.folder, 'evidence/uploads', `${location.split('/').at(-1) ?? ''}.bytes`);
  const uploaded = async (bytes: Buffer, name?: string) => {
    const answer = await upload(inspector, bytes, name);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    return { id: answer.headers.get('evidence-id') ?? '', waitFor: answer.headers.get('log-position') };
  };

  it('X1: is what was sent, known by its bytes, with what is said of it as a claim', async () => {
    const photo = tinyJpeg({ exif: tinyExif('2022:04:01 09:30:00') });
    const { id, waitFor } = await uploaded(photo, '../../出站口 1.png');
    const { data } = await api.ask('inspector', QUERY, { id, waitFor });
    expect(data?.['evidence']).toEqual({
      ...{ status: 'stored', flaw: null, sha256: sha256(photo), bytes: photo.length, mediaType: 'image/jpeg' },
      ...{ name: '出站口 1.png', takenAt: '2022-04-01T09:30:00', takenWhere: '31.233333,121.475000' },
      uploadedBy: { id: expect.stringMatching(/^person-/) },
    });
    const answer = await get(id);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(photo)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="${id}.jpg"`,
      'content-length': String(photo.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cross-origin-resource-policy': 'same-origin',
      etag: `"${sha256(photo)}"`,
    });
  });

  it('X1: is given to nobody once its bytes are others: that is an event, and an alarm', async () => {
    const { id } = await uploaded(tinyPng({ text: 'to be altered' }));
    const files = () =>
      readdirSync(join(api.folder, 'evidence/files'), { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map((one) => join(one.parentPath, one.name));
    const newest = files().toSorted((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)[0] ?? '';
    const bytes = readFileSync(newest);
    chmodSync(newest, 0o600);
    writeFileSync(newest, bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1));
    expect(await codeOf(await get(id))).toEqual([409, 'EVIDENCE_QUARANTINED']);
    await soon(async () => {
      const { data } = await api.ask('inspector', QUERY, { id });
      expect(data?.['evidence']).toMatchObject({ status: 'quarantined', flaw: 'altered' });
    });
    await soon(async () => {
      const health: unknown = await (await fetch(`${api.address}/health/ready`)).json();
      expect(health).toMatchObject({ status: 'degraded' });
    });
  });

  it('is given in part, not again where it is known, and as a download where it is no picture or document', async () => {
    const video = tinyMp4();
    const { id } = await uploaded(video);
    const part = await get(id, { ...inspector.held, range: 'bytes=4-7' });
    expect([part.status, await part.text()]).toEqual([206, 'ftyp']);
    expect(part.headers.get('content-range')).toBe(`bytes 4-7/${String(video.length)}`);
    expect(part.headers.get('content-disposition')).toMatch(/^attachment/);
    const known = part.headers.get('etag') ?? '';
    expect((await get(id, { ...inspector.held, 'if-none-match': known })).status).toBe(304);
    expect(await codeOf(await get(id, { ...inspector.held, range: 'bytes=9999-' }))).toEqual([
      416,
      'RANGE_NOT_SATISFIABLE',
    ]);
    const other = await get(id, { ...inspector.held, range: 'bytes=4-7', 'if-range': '"other"' });
    expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([200, video.length]);
  });

  it('of somebody else is not there, neither the file nor what is known of it nor its upload', async () => {
    const { id, waitFor } = await uploaded(tinyPng({ text: 'mine' }));
    for (const as of ['lead', 'supervision', 'auditor', 'admin'] as const) {
      const held = { authorization: `Bearer ${await api.token(as)}` };
      expect(await codeOf(await get(id, held))).toEqual([404, 'EVIDENCE_NOT_FOUND']);
      expect((await api.ask(as, QUERY, { id, waitFor })).data).toEqual({ evidence: null });
    }
    const begun = await beginUpload(inspector, 10);
    const location = begun.headers.get('location') ?? '';
    expect(await offsetOf(clerk, location)).toBeUndefined();
    expect(await codeOf(await sendBytes(clerk, location, 0, Buffer.from('x')))).toEqual([404, 'UPLOAD_NOT_FOUND']);
    for (const held of [{}, { authorization: 'Bearer x' }])
      expect(await codeOf(await get(id, held))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await codeOf(await upload({ address: api.address, held: {} }, tinyPng()))).toEqual([401, 'UNAUTHENTICATED']);
    expect(await codeOf(await get('evidence-x'))).toEqual([404, 'EVIDENCE_NOT_FOUND']);
    expect(await codeOf(await get('..%2f..%2fkeys%2fmaster-key'))).toEqual([404, 'EVIDENCE_NOT_FOUND']);
  });

  it('is uploaded by a page of ours in a session, and by no page of another site', async () => {
    expect((await upload(clerk, tinyPng({ text: 'clerk' }))).status).toBe(204);
    const foreign = { ...clerk.held, origin: 'https://elsewhere.example' };
    expect((await upload({ ...clerk, held: foreign }, tinyPng())).status).toBe(403);
    const preflight = await fetch(`${api.address}/evidence/uploads`, {
      method: 'OPTIONS',
      headers: { ...inspector.held, origin: 'https://elsewhere.example' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
    const { id } = await uploaded(tinyPng({ text: 'site' }));
    expect((await get(id, { ...inspector.held, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('is refused in words of ours, in both languages, also what the protocol does not take', async () => {
    const begin = async (headers: Record<string, string>) => {
      const response = await fetch(`${api.address}/evidence/uploads`, {
        method: 'POST',
        headers: { 'tus-resumable': '1.0.0', ...inspector.held, ...headers },
      });
      expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
      const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
      return [response.status, errors[0]?.extensions.code, errors[0]?.message];
    };
    const [en, zh] = ['This is not what the upload protocol (tus 1.0.0) expects.', '不符合上传协议（tus 1.0.0）。'];
    const no = 'UPLOAD_NOT_IN_ORDER';
    expect(await begin({})).toEqual([400, no, en]);
    expect(await begin({ 'upload-length': '-1', 'accept-language': 'zh' })).toEqual([400, no, zh]);
    expect(await begin({ 'upload-length': '5', 'upload-metadata': 'filename ***' })).toEqual([400, no, en]);
    expect(await begin({ 'upload-defer-length': '1' })).toEqual([400, no, en]);
    expect(await begin({ 'tus-resumable': '', 'upload-length': '5' })).toEqual([412, no, en]);
  });

  it('goes on where it was cut, and is kept once however often its end is sent', async () => {
    const photo = tinyPng({ text: randomBytes(200_000).toString('hex') });
    const begun = await beginUpload(inspector, photo.length);
    const location = begun.headers.get('location') ?? '';
    expect(location).toMatch(/^\/evidence\/uploads\/[0-9a-f-]{36}$/);
    const cut = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(photo.subarray(0, 100_000)));
      },
      async pull(controller) {
        await until(() => statSync(bytesOf(location)).size > 0);
        controller.error(new Error('cut'));
      },
    });
    await sendBytes(inspector, location, 0, cut).catch(() => undefined);
    const offset = (await offsetOf(inspector, location)) ?? 0;
    expect(offset).toBeGreaterThan(0);
    expect(await codeOf(await sendBytes(inspector, location, 0, photo))).toEqual([409, 'UPLOAD_CONFLICT']);
    const done = await sendBytes(inspector, location, offset, photo.subarray(offset));
    expect(done.status).toBe(204);
    const id = done.headers.get('evidence-id') ?? '';
    // Whoever never heard the answer asks where it is.
    expect(await offsetOf(inspector, location)).toBe(photo.length);
    expect(sha256(Buffer.from(await (await get(id)).arrayBuffer()))).toBe(sha256(photo));
  });

  it('of the same bytes, sent twice at one moment, is two files that are both whole', async () => {
    const photo = tinyPng({ text: 'twice' });
    const both = await Promise.all([uploaded(photo), uploaded(photo)]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(2);
    for (const { id } of both) expect(sha256(Buffer.from(await (await get(id)).arrayBuffer()))).toBe(sha256(photo));
  });

  it('T22: is not taken when it is none, and nothing of it stays', async () => {
    const bomb = tinyPng({ width: 50_000, height: 50_000 });
    const of = async (bytes: Buffer) => codeOf(await upload(inspector, bytes, 'photo.png'));
    expect(await of(Buffer.from('<svg onload="alert(1)"/>'))).toEqual([422, 'FILE_TYPE_UNKNOWN']);
    expect(await of(bomb)).toEqual([422, 'PICTURE_TOO_LARGE']);
    expect(await codeOf(await beginUpload(inspector, 201 * 1024 * 1024))).toEqual([413, 'UPLOAD_TOO_LARGE']);
    const names = readdirSync(join(api.folder, 'evidence/uploads'));
    expect(names.filter((name) => !name.endsWith('.about') && !name.endsWith('.bytes'))).toEqual([]);
    expect(existsSync(join(api.folder, 'evidence/uploads'))).toBe(true);
  });

  it('is of no use without the keys: neither the disk nor the log tells what it is', async () => {
    await uploaded(tinyPng({ text: 'canary 金丝雀' }), '金丝雀.png');
    const files = readdirSync(join(api.folder, 'evidence'), { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect(readFileSync(join(file.parentPath, file.name), 'utf8')).not.toMatch(/canary|金丝雀/);
  });
});
