import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StorageFull, UnreadableEvent } from '#platform/event-store';
import { FileKeyStore } from '#platform/personal-data';
import { CannotStart } from '#platform/postgres';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { credentials } from '../../libs/platform/embedded-postgres/credentials.js';
import { startFailure } from './start-failure.js';

describe('a start that cannot work', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sifang-start-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const told = async (start: () => Promise<unknown>): Promise<string | undefined> => {
    try {
      await start();
      return 'started';
    } catch (error) {
      return startFailure(error);
    }
  };
  const expectLine = (line: string | undefined) => {
    expect(line).toMatch(/[a-z].*\p{Script=Han}/u);
    expect(line).not.toContain('\n');
  };

  it('tells in one line, in both languages, that the data folder is a file', async () => {
    const file = join(folder, 'data');
    await writeFile(file, '');
    expectLine(await told(() => FileKeyStore.open(join(file, 'keys'))));
  });

  it('tells that the master key is missing, torn, or belongs to other keys', async () => {
    const open = async () => {
      const store = await FileKeyStore.open(join(folder, 'keys'));
      await store.keyFor('person-1');
      await store.close();
    };
    await open();
    const master = join(folder, 'keys', 'master-key');
    await writeFile(master, Buffer.alloc(32).toString('base64url'));
    expectLine(await told(open));
    await writeFile(master, 'short');
    expectLine(await told(open));
    await rm(master);
    expectLine(await told(open));
  });

  it('tells that the passwords of the database are missing or damaged', async () => {
    const [file, cluster] = [join(folder, 'passwords.json'), join(folder, 'cluster')];
    await mkdir(cluster);
    expectLine(await told(() => Promise.resolve(credentials(file, cluster))));
    await writeFile(file, '{');
    expectLine(await told(() => Promise.resolve(credentials(file, cluster))));
  });

  it.each(['EACCES', 'EROFS', 'ENOSPC'])('tells what the system says of the folder: %s', (code) => {
    expectLine(startFailure(Object.assign(new Error(code), { code, path: '/data' })));
  });

  it('tells that there is no room for what is written to a file that is open', () => {
    for (const code of ['ENOSPC', 'EDQUOT']) expectLine(startFailure(Object.assign(new Error(code), { code })));
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
    expect(startFailure(new StorageFull(full))).toMatch(/^DATA_DIR: a file in it is on a full disk/);
    expect(startFailure(Object.assign(new Error('connect'), { code: 'EACCES' }))).not.toMatch(/DATA_DIR/);
    expect(startFailure(Object.assign(new Error('open'), { code: 'ENOENT', path: '/x' }))).toBeUndefined();
  });

  it('tells where the log holds what cannot be read, whatever the reason says', () => {
    const line = startFailure(new UnreadableEvent(7n, new Error('one line\nand another')));
    expectLine(line);
    expect(line).toMatch(/at position 7/);
  });

  it('leaves a fault of the program’s own to be shown as it is', () => {
    expect(startFailure(new TypeError('x'))).toBeUndefined();
    expect(startFailure(new CannotStart({ en: 'set it', zh: '请设置' }))).toBe('set it 请设置');
  });
});
