import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { boxCard } from '../support/boxes.js';
import { needs } from '../support/faults.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { bigBoxes, newBoxes } from './support/box-work.js';
import { violations } from './support/invariants.js';
import { openCluster, type OwnCluster } from './support/own-cluster.js';
import { Disk } from './support/small-disk.js';
import { counted, reasons } from './support/told.js';
import { write } from './support/writers.js';

jest.setTimeout(300_000);

const onDisk = needs('mount');
const VIEWS = [boxCard()];

/** Moves a folder of a cluster that is stopped to another disk. */
const moveTo = (from: string, to: string) => {
  execFileSync('cp', ['-a', from, to]);
  rmSync(from, { recursive: true });
  symlinkSync(to, from);
};

/** A cluster whose data and whose write-ahead log lie on different disks. */
const open = async (dataDir: string, walFolder: string, settings: Readonly<Record<string, string>>) => {
  const made = await openCluster(dataDir);
  await made.close();
  moveTo(join(made.server.folder, 'cluster/pg_wal'), join(walFolder, 'wal'));
  return openCluster(dataDir, settings);
};

onDisk('F13 a disk that is full of data', () => {
  let disk: Disk;
  let cluster: OwnCluster;
  let walFolder: string;
  beforeEach(async () => {
    walFolder = temporaryFolder();
    disk = new Disk(160);
    cluster = await open(disk.folder, walFolder, {});
  });
  afterEach(async () => {
    await cluster.close();
    disk.remove();
    removeFolder(walFolder);
  });

  it('refuses writes by name, goes on reading, and recovers when there is room', async () => {
    const { world, server } = cluster;
    const { caughtUp, start } = world.follower(VIEWS);
    await start();
    const before = await write({ writers: 8, work: newBoxes(world.events), more: (done) => done < 10 });
    await caughtUp();
    disk.fill();

    const work = bigBoxes(world.events);
    const during = await write({ writers: 4, work, more: (done) => done < 25, tries: 1 });
    expect(Object.keys(reasons(during))).toEqual(['StorageFull']);
    expect(counted(during).later).toBeGreaterThan(0);
    expect(await world.events.readAll({ after: 'start', limit: 10 })).toHaveLength(10);
    expect(await world.rows('box_card_v1')).not.toEqual([]);

    disk.makeRoom();
    const after = await write({ writers: 4, work, more: (done) => done < 10 });
    expect(counted(after).acked).toBe(after.length);
    const told = [...before, ...during, ...after];
    expect(await violations({ url: server.superuserUrl.replace(/postgres$/, 'sifang'), told, views: VIEWS })).toEqual(
      [],
    );
  });
});

onDisk('F14 a disk that is full of write-ahead log', () => {
  let disk: Disk;
  let cluster: OwnCluster;
  let dataDir: string;
  beforeEach(async () => {
    dataDir = temporaryFolder();
    disk = new Disk(80);
    cluster = await open(dataDir, disk.folder, { max_wal_size: '1GB', checkpoint_timeout: '1h' });
  });
  afterEach(async () => {
    await cluster.close();
    disk.remove();
    removeFolder(dataDir);
  });

  it('stops the server; when there is room it recovers by itself, with everything that was answered', async () => {
    const { world, server } = cluster;
    await world.follower(VIEWS).start();
    const before = await write({ writers: 8, work: newBoxes(world.events), more: (done) => done < 10 });
    const { pid } = server.server();
    disk.fill();
    const work = bigBoxes(world.events);
    const full = await write({ writers: 4, work, more: (done) => done < 150, tries: 1 });
    expect(counted(full).acked).toBeLessThan(full.length);
    // All the room there is was used for segments of the log.
    expect(readdirSync(join(disk.folder, 'wal')).length).toBeGreaterThan(1);

    disk.makeRoom();
    const after = await write({ writers: 4, work, more: (done) => done < 5, tries: 5_000 });
    expect(counted(after).acked).toBe(after.length);
    expect(server.server().pid).not.toBe(pid);
    const told = [...before, ...full, ...after];
    expect(await violations({ url: server.superuserUrl.replace(/postgres$/, 'sifang'), told, views: VIEWS })).toEqual(
      [],
    );
  });
});
