import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CAST, claimsOf, developmentKeys, developmentToken } from '#platform/identity';
import { DirectoryStore } from '#platform/evidence-files';
import { PostgresEventStore } from '#platform/postgres';
import { createLog } from '#platform/telemetry';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { throughGate } from '../../apps/cli/accounts/gate.js';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { tell } from '../../apps/cli/demo/tell.js';
import { verifyEvidence } from '../../apps/cli/evidence-verify.js';
import { tinyPng } from '../../libs/platform/evidence-files/testing/tiny-files.js';
import { needs, times } from '../support/faults.js';
import { storyDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { beginUpload, offsetOf, sendBytes } from '../support/uploads.js';
import { startApi, type ApiProcess } from './support/api-process.js';
import { Disk } from './support/small-disk.js';

jest.setTimeout(1_800_000);

const PIECE = 100_000;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const photo = (bytes: number) => tinyPng({ text: randomBytes(bytes / 2).toString('hex') });

/** The application in a process of its own, and an inspector who uploads. */
class Uploading {
  private constructor(
    readonly database: FreshDatabase,
    readonly dataDir: string,
    private readonly held: Readonly<Record<string, string>>,
    public api: ApiProcess,
  ) {}

  static async start(dataDir: string): Promise<Uploading> {
    const database = await storyDatabase();
    const { applicationUrl } = database;
    const api = await startApi(database, dataDir);
    await throughGate({ applicationUrl, dataDir, log: createLog('error') }, async (gate) => {
      const { failed } = await tell(gate, founding, { url: api.address, language: 'en' });
      expect(failed).toEqual([]);
    });
    const inspector = CAST.find(({ as }) => as === 'inspector');
    if (!inspector) throw new Error('the cast has no inspector');
    const token = await developmentToken(claimsOf(inspector), await developmentKeys(dataDir), { hours: 400_000 });
    return new Uploading(database, dataDir, { authorization: `Bearer ${token}` }, api);
  }

  get to() {
    return { address: this.api.address, held: this.held };
  }

  async killed(): Promise<void> {
    this.api.child.kill('SIGKILL');
    await this.api.ended;
    this.api = await startApi(this.database, this.dataDir);
  }

  async end(): Promise<void> {
    this.api.child.kill('SIGKILL');
    await this.api.ended;
    await this.database.drop();
  }

  /** Sends one piece from where the upload stands; the answer to it. */
  async goOn(location: string, bytes: Buffer, most = PIECE): Promise<Response> {
    const offset = (await offsetOf(this.to, location)) ?? 0;
    return sendBytes(this.to, location, offset, bytes.subarray(offset, offset + most));
  }

  async begun(size: number): Promise<string> {
    return (await beginUpload(this.to, size)).headers.get('location') ?? '';
  }

  async downloaded(id: string): Promise<string> {
    const answer = await fetch(`${this.to.address}/evidence/${id}`, { headers: this.held });
    expect(answer.status).toBe(200);
    return sha256(new Uint8Array(await answer.arrayBuffer()));
  }

  /** What the log says was kept, and how each of these files is found. */
  async kept(): Promise<{ readonly stored: number; readonly found: readonly string[] }> {
    const events = new PostgresEventStore(this.database.applicationUrl);
    try {
      const all = await events.readAll({ after: 'start', limit: 10_000 });
      const store = await DirectoryStore.open(join(this.dataDir, 'evidence/files'));
      const stored = all.filter(({ type }) => type === 'EvidenceStored').length;
      return { stored, found: (await verifyEvidence(events, store)).map(({ found }) => found) };
    } finally {
      await events.close();
    }
  }
}

const onDisk = needs('mount');

onDisk('F15 a disk that is full of evidence', () => {
  let disk: Disk;
  let dataDir: string;
  let uploading: Uploading;
  beforeEach(async () => {
    disk = new Disk(8);
    dataDir = temporaryFolder();
    mkdirSync(join(disk.folder, 'evidence'), { mode: 0o700 });
    symlinkSync(join(disk.folder, 'evidence'), join(dataDir, 'evidence'));
    uploading = await Uploading.start(dataDir);
  });
  afterEach(async () => {
    await uploading.end();
    disk.remove();
    removeFolder(dataDir);
  });

  it('refuses more by name, names no file that is not there, and goes on where it stopped when there is room', async () => {
    const [first, second] = [photo(500_000), photo(500_000)];
    const whole = await uploading.begun(first.length);
    const kept = await uploading.goOn(whole, first, first.length);
    expect(kept.status).toBe(204);
    const begun = await uploading.begun(second.length);
    expect((await uploading.goOn(begun, second)).status).toBe(204);

    disk.fill();
    const refused = await uploading.goOn(begun, second, second.length);
    expect([refused.status, await refused.text()]).toEqual([507, expect.stringContaining('STORAGE_FULL')]);
    expect((await beginUpload(uploading.to, 1_000)).status).toBe(507);
    expect(await uploading.downloaded(kept.headers.get('evidence-id') ?? '')).toBe(sha256(first));
    expect(await uploading.kept()).toEqual({ stored: 1, found: ['whole'] });

    disk.makeRoom();
    const done = await uploading.goOn(begun, second, second.length);
    expect(done.status).toBe(204);
    expect(await uploading.downloaded(done.headers.get('evidence-id') ?? '')).toBe(sha256(second));
    expect(await uploading.kept()).toEqual({ stored: 2, found: ['whole', 'whole'] });
  });
});

describe('F15 the API is killed in the middle of uploads', () => {
  const KILLS = times(2, 40);
  const UPLOADERS = 4;
  /** Enough tries for the longest restart. */
  const PATIENCE = 10_000;
  let uploading: Uploading;
  let dataDir: string;
  beforeEach(async () => {
    dataDir = temporaryFolder();
    uploading = await Uploading.start(dataDir);
  });
  afterEach(async () => {
    await uploading.end();
    removeFolder(dataDir);
  });

  /** Asks until somebody answers: a server that was killed is away for a while. */
  const answered = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++) {
      try {
        return await ask();
      } catch (error) {
        if (tries > PATIENCE) throw error;
        await sleep(20);
      }
    }
  };

  /** Sends a piece; whatever else is answered than that it was taken is told of with what the server said. */
  const taken = async (send: () => Promise<Response>) => {
    const answer = await answered(send);
    if (answer.status !== 204) throw new Error([await answer.text(), ...uploading.api.lines].join('\n'));
  };

  it('keeps each file once and whole, goes on where it was cut, and leaves nothing that no event names', async () => {
    let killing = true;
    const uploader = async (): Promise<readonly [string, string][]> => {
      const done: [string, string][] = [];
      while (killing) {
        const bytes = photo(600_000);
        const location = await answered(() => uploading.begun(bytes.length));
        while ((await answered(() => offsetOf(uploading.to, location))) !== bytes.length)
          await taken(() => uploading.goOn(location, bytes));
        // A file is called after its upload: also where the answer to the last piece was lost.
        done.push([`evidence-${location.split('/').at(-1) ?? ''}`, sha256(bytes)]);
      }
      return done;
    };
    const uploaders = Array.from({ length: UPLOADERS }, uploader);
    for (let kill = 0; kill < KILLS; kill++) {
      await sleep(300 + Math.random() * 400);
      await uploading.killed();
    }
    killing = false;
    const done = (await Promise.all(uploaders)).flat();
    expect(done.length).toBeGreaterThanOrEqual(UPLOADERS);
    for (const [id, digest] of done) expect(await uploading.downloaded(id)).toBe(digest);
    const { stored, found } = await uploading.kept();
    expect({ stored, found: new Set(found) }).toEqual({ stored: done.length, found: new Set(['whole']) });
    const files = readdirSync(join(dataDir, 'evidence/files'), { recursive: true, withFileTypes: true });
    expect(files.filter((one) => one.isFile())).toHaveLength(done.length);
    // What was begun and never heard of ends by itself; of all else, the next start leaves nothing.
    await uploading.killed();
    const waiting = readdirSync(join(dataDir, 'evidence/uploads')).map((name) => name.split('.'));
    const begun = waiting.filter(([, part]) => part === 'about').map(([uuid]) => uuid);
    expect(waiting.filter(([uuid]) => !begun.includes(uuid))).toEqual([]);
    expect(done.filter(([id]) => begun.includes(id.replace('evidence-', '')))).toEqual([]);
  });
});
