import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startNode } from '../../../test/support/node-process.js';
import { query } from '../../../test/support/query.js';
import { removeFolder, temporaryFolder } from '../../../test/support/temporary-folder.js';
import { findBinaries } from './binaries.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { findDataDirectory, handTo } from './data-directory.js';
import { canReach, canUse } from './unprivileged.js';
import { usable } from './usable-binaries.js';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? describe : describe.skip;
const nobody = { uid: 65534, gid: 65534 };

describe('what another user can reach', () => {
  const folder = temporaryFolder();
  afterEach(() => removeFolder(folder));

  it('needs a way through every folder above', () => {
    const file = join(folder, 'outer', 'inner', 'file');
    mkdirSync(file, { recursive: true });
    expect(canUse(nobody, file)).toBe(true);
    chmodSync(join(folder, 'outer'), 0o700);

    expect(canReach(nobody, file)).toBe(false);
    expect(canUse(nobody, file)).toBe(false);
  });
});

asRoot(`root in a private folder${isRoot ? '' : ' (skipped: these specs do not run as root)'}`, () => {
  let dataDir: string;
  let other: string;
  let home: string;
  beforeEach(() => {
    [dataDir, other] = [temporaryFolder(), temporaryFolder()];
    home = join(dataDir, 'postgres');
    mkdirSync(home);
    chmodSync(dataDir, 0o700);
  });
  afterEach(() => [dataDir, other].forEach(removeFolder));

  it('puts the cluster where its user can reach it, and remembers where', () => {
    const place = findDataDirectory(home, [other]);

    expect(place.folder.startsWith(other)).toBe(true);
    expect(findDataDirectory(home, [other])).toEqual(place);
    expect(JSON.parse(readFileSync(join(home, 'place.json'), 'utf8'))).toEqual({ folder: place.folder });
  });

  it('passes by folders that its user cannot reach either', () => {
    chmodSync(other, 0o700);
    const reachable = temporaryFolder();
    expect(findDataDirectory(home, [join(other, 'nowhere'), other, reachable]).folder.startsWith(reachable)).toBe(true);
    removeFolder(reachable);

    removeFolder(join(home, 'place.json'));
    expect(() => findDataDirectory(home, [other])).toThrow('set DATA_DIR');
  });

  it('does not begin anew when the remembered folder is gone', () => {
    const { folder } = findDataDirectory(home, [other]);
    renameSync(folder, `${folder}-moved`);

    expect(() => findDataDirectory(home, [other])).toThrow(`${folder}, named in ${join(home, 'place.json')}, is gone`);
  });

  it('does not begin anew beside a cluster that can no longer be reached', () => {
    mkdirSync(join(home, 'cluster'));
    handTo(nobody, join(home, 'cluster'));

    expect(() => findDataDirectory(home, [other])).toThrow('chmod o+x');
  });

  it('copies binaries that only root can read, with their links', () => {
    const found = findBinaries();
    const hidden = { ...found, folder: join(dataDir, 'native') };
    mkdirSync(join(hidden.folder, 'bin'), { recursive: true });
    const place = findDataDirectory(home, [other]);
    const copy = usable(hidden, place);

    expect(copy.folder.startsWith(place.folder)).toBe(true);
    expect(statSync(copy.folder).uid).toBe(nobody.uid);
    expect(usable(hidden, place)).toEqual(copy);
  });

  it('starts, stops and starts again with its rows', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    await query(first.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    const again = await startEmbeddedPostgres({ dataDir });
    const rows = await query(again.ownerUrl, 'SELECT one FROM kept');
    await again.stop();
    removeFolder(again.folder);

    expect(rows).toEqual([{ one: 1 }]);
    expect(again.folder).toBe(first.folder);
    expect(again.folder.startsWith(dataDir)).toBe(false);
    expect(existsSync(join(home, 'cluster'))).toBe(false);
  });

  it('leaves an ordinary user alone: the cluster is below the data folder', async () => {
    const own = temporaryFolder();
    handTo(nobody, own);
    const holder = startNode('test/support/hold-postgres.ts', [own], nobody);
    const held = await holder.line(/^{/);
    holder.child.stdin?.end();

    expect(await holder.ended).toBe(0);
    expect(JSON.parse(held)).toMatchObject({ folder: join(own, 'postgres') });
    removeFolder(own);
  });
});
