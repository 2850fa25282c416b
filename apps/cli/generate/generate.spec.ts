import { join } from 'node:path';
import { personalFields } from '#kernel';
import { eventId, type StoredEvent } from '#platform/event-store';
import { ViewFollower } from '#platform/follow';
import { FileKeyStore, locate, PersonalDataCipher } from '#platform/personal-data';
import { openPool, PostgresEventStore, PostgresPolicyStore, PostgresViewStore } from '#platform/postgres';
import { createLog } from '#platform/telemetry';
import { ViewRegistry } from '#platform/views';
import { ANSWERED_POLICIES, story, type Act } from '#sample-world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogues } from '../../../test/support/catalogues.js';
import { changeStrings } from '../../../libs/platform/personal-data/personal-strings.js';
import { freshDatabase, type FreshDatabase } from '../../../test/support/fresh-database.js';
import { startNode } from '../../../test/support/node-process.js';
import { soon } from '../../../test/support/soon.js';
import { removeFolder, temporaryFolder } from '../../../test/support/temporary-folder.js';
import { openEvidenceStore } from '../../api/evidence/evidence-providers.js';
import { verifyEvidence } from '../evidence-verify.js';
import { POLICIES_OF_ALL, VIEWS_OF_ALL } from '../../api/contexts.js';
import { OrderedWriter } from './ordered-writer.js';
import { SampleFiles } from './sample-files.js';
import { Sealer } from './seal.js';

const EVENTS = 2_500;
/** As many acts as the log holds when the generation is taken up again. */
const HELD = 800;

describe('npm run generate', () => {
  const dataDir = temporaryFolder();
  let database: FreshDatabase;
  let log: PostgresEventStore;
  let keys: FileKeyStore;
  const acts: Act[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    log = new PostgresEventStore(database.applicationUrl);
    for await (const portion of story({ seed: 'spec', events: EVENTS })) acts.push(...portion);
    keys = await FileKeyStore.open(join(dataDir, 'keys'));
  });

  afterAll(async () => {
    await Promise.all([log.close(), keys.close()]);
    await database.drop();
    removeFolder(dataDir);
  });

  const run = async (seed: string, on = database) => {
    const { PATH, TMPDIR } = process.env;
    const { applicationUrl: DATABASE_URL, ownerUrl: DATABASE_MIGRATION_URL } = on;
    const env = { PATH, TMPDIR, DATABASE_URL, DATABASE_MIGRATION_URL, DATA_DIR: dataDir };
    const args = ['generate', '--events', String(EVENTS), '--seed', seed];
    const { ended, lines } = startNode('apps/cli/sifang.ts', args, { env });
    return { code: await ended, printed: lines.join('\n') };
  };

  const all = async (): Promise<readonly StoredEvent[]> => log.readAll({ after: 'start', limit: EVENTS + 1 });

  it('goes on where it broke off: every event is there once, in the order of the story, with its people sealed', async () => {
    const writer = new OrderedWriter(log);
    const files = await SampleFiles.open({ dataDir }, keys);
    const sealer = new Sealer(await catalogues(), new PersonalDataCipher(keys), files);
    for (const act of acts.slice(0, HELD)) await writer.write(await sealer.seal(act));
    await writer.end();
    expect(await run('spec')).toMatchObject({ code: 0 });

    const stored = await all();
    const ids = acts.flatMap(({ occasion, events }) => events.map((_, index) => eventId(occasion, index)));
    expect(stored.map((event) => event.eventId)).toEqual(ids);
    const personal = new PersonalDataCipher(keys);
    const opened = await Promise.all(stored.map(async (event) => personal.open(locate(event))));
    const plain = acts.flatMap(({ events }) => events.map(({ data }): unknown => JSON.parse(JSON.stringify(data))));
    // Where a file is kept, and under which key, is found out when it is.
    const kept = { address: expect.any(String) as unknown, keyId: expect.any(String) as unknown };
    const isFile = (data: object) => 'address' in data && 'keyId' in data;
    expect(opened).toEqual(plain.map((data) => (isFile(data as object) ? { ...(data as object), ...kept } : data)));
    const places = new Map(
      (await catalogues()).flatMap(({ facts }) =>
        Object.entries(facts).map(([type, { schema }]) => [type, personalFields(schema)] as const),
      ),
    );
    const texts: string[] = [];
    for (const { data, type } of stored)
      changeStrings(data, places.get(type) ?? [], (text) => (texts.push(text), text));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => !text.startsWith('sealed:1:'))).toEqual([]);
  });

  it('X1: keeps the files that its people uploaded, each as its record says', async () => {
    const found = await verifyEvidence(log, await openEvidenceStore({ dataDir }));
    expect(found.length).toBeGreaterThan(100);
    expect(found.filter((one) => one.found !== 'whole')).toEqual([]);
  });

  it('has nothing left to write the second time, and leaves a log alone that holds something else', async () => {
    const before = await log.head();
    expect(await run('spec')).toMatchObject({ code: 0, printed: expect.stringMatching(/^2500\t0\t/m) });
    expect(await run('other')).toMatchObject({
      code: 1,
      printed: expect.stringContaining('generate into an empty log'),
    });
    expect(await log.head()).toBe(before);
  });

  it('tells the story of an empty log as it was lived: what happened was recorded then', async () => {
    const lived = await freshDatabase();
    const events = new PostgresEventStore(lived.applicationUrl);
    try {
      expect(await run('spec', lived)).toMatchObject({ code: 0 });
      expect(await events.testClock()).toMatchObject({ from: '2024-01-02T00:00:00.000Z' });
      const late = (await events.readAll({ after: 'start', limit: EVENTS })).filter(
        ({ recordedAt, occurredAt }) => Date.parse(recordedAt) - Date.parse(occurredAt) > 60 * 60_000,
      );
      expect(late.length).toBeLessThan(EVENTS / 20);
    } finally {
      await events.close();
      await lived.drop();
    }
  });

  it('leaves nothing to ask for those policies whose answers are in the log, and everything for all others', async () => {
    const pool = openPool({ url: database.applicationUrl, name: 'spec', max: 2 });
    const checkpoints = await new PostgresPolicyStore(pool, POLICIES_OF_ALL, log).checkpoints();
    const head = await log.head();
    expect(checkpoints).toEqual(new Map(ANSWERED_POLICIES.map(({ name }) => [name, head])));
    await pool.end();
  });

  it('is a log that every view folds to its end', async () => {
    const pool = openPool({ url: database.applicationUrl, name: 'spec', max: 4 });
    const views = new ViewRegistry(VIEWS_OF_ALL);
    const store = new PostgresViewStore(pool, views, log);
    const follower = new ViewFollower({ views, store, events: log, log: createLog('silent') });
    await follower.start();
    const head = await log.head();
    await soon(async () => {
      const at = await store.checkpoints();
      for (const { name } of VIEWS_OF_ALL) expect([name, at.get(name)?.at]).toEqual([name, head]);
    });
    expect(await follower.parked()).toEqual([]);
    await follower.stop();
    await pool.end();
  });
});
