import { join } from 'node:path';
import type { EmbeddedPostgres } from '#platform/embedded-postgres';
import { isBeyond } from '#platform/event-store';
import { Progress } from '#platform/follow';
import { MemoryKeyStore, PersonalDataCipher } from '#platform/personal-data';
import { prepareDatabase, PostgresViews } from '#platform/postgres';
import { NotYetVisible } from '#platform/views';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BoxWorld } from '../support/box-world.js';
import { aBox, append, boxCard, moved, packed, type Box } from '../support/boxes.js';
import { query } from '../support/query.js';
import { soon } from '../support/soon.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { boxAppend } from './support/box-work.js';
import { violations } from './support/invariants.js';
import { inspectorUrl, openCluster, type OwnCluster } from './support/own-cluster.js';
import { startReplica } from './support/replica.js';

// Servers start and end here, on machines that may be busy.
jest.setTimeout(240_000);

const card = boxCard();
const everything = {
  actor: {
    actorId: 'person-00000000-0000-4000-8000-000000000002',
    grants: [{ role: 'system' }],
    orgId: 'organisation-00000000-0000-4000-8000-000000000003',
  },
} as const;

describe('F28 a replica that lags', () => {
  const root = temporaryFolder();
  const box = aBox();
  let primary: OwnCluster;
  let followed: ReturnType<BoxWorld['follower']>;
  let replica: EmbeddedPostgres;
  let world: BoxWorld;
  beforeAll(async () => {
    primary = await openCluster(join(root, 'primary'));
    followed = primary.world.follower([card]);
    await followed.start();
    await append(primary.world.events, box, [packed({ shelf: 'a' })]);
    await followed.caughtUp();
    const folders = { primaryDir: join(root, 'primary'), dataDir: join(root, 'replica') };
    replica = await startReplica(primary.server, folders);
    world = await BoxWorld.open({ ...replica, drop: () => Promise.resolve() });
  });
  afterAll(async () => {
    await world.close();
    await replica.stop();
    await primary.close();
    removeFolder(root);
  });

  /** What whoever reads on the replica sees of the box. */
  const look = (waitFor?: bigint, patienceMs = 30_000): Promise<Box | undefined> => {
    const { registry } = world.follower([card]);
    const { events, pool } = world;
    const viewStore = world.viewStore([card]);
    const policyStore = { checkpoints: () => Promise.resolve(new Map()) };
    const visibility = new Progress({ views: registry, policies: [], viewStore, policyStore, events, patienceMs });
    const personal = new PersonalDataCipher(new MemoryKeyStore());
    const views = new PostgresViews({ pool, views: registry, events, clock: () => new Date(), visibility, personal });
    return views.get(card, box, waitFor === undefined ? everything : { ...everything, waitFor });
  };
  const replay = async (what: 'pause' | 'resume', state: string) => {
    await query(replica.superuserUrl, `SELECT pg_wal_replay_${what}()`);
    await soon(async () => {
      const [row] = await query(replica.superuserUrl, 'SELECT pg_get_wal_replay_pause_state() AS state');
      expect(row).toEqual({ state });
    });
  };

  it('takes no command: an append is refused by name, and nothing starts on it', async () => {
    const before = await primary.world.events.head();
    await expect(world.events.append(boxAppend())).rejects.toMatchObject({ name: 'ReadOnly' });
    const urls = { applicationUrl: replica.applicationUrl, ownerUrl: undefined };
    await expect(prepareDatabase(urls)).rejects.toThrow('is a replica');
    expect(await primary.world.events.head()).toBe(before);
  });

  it('shows what it has, and whoever waits for a position never sees less than that', async () => {
    expect(await look(0n)).toMatchObject({ shelf: 'a' });
    await replay('pause', 'paused');
    const { position } = await append(primary.world.events, box, [moved('b')]);
    await followed.caughtUp();

    expect(isBeyond(position, await world.events.head())).toBe(true);
    expect(await look()).toMatchObject({ shelf: 'a' });
    await expect(look(position, 300)).rejects.toBeInstanceOf(NotYetVisible);

    const waiting = look(position);
    await replay('resume', 'not paused');
    expect(await waiting).toMatchObject({ shelf: 'b' });
    expect(await world.events.head()).toBe(position);
    expect(await violations({ url: inspectorUrl(replica), views: [card] })).toEqual([]);
  });
});
