import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '#platform/postgres';
import { z } from 'zod';
import { writeOnce } from '../durable.js';

const FILE = 'manifest.json';
const FORMAT = 1;

/** Below the backup's folder, and never above it. */
const Path = z.string().refine((path) => path.split('/').every((step) => step !== '' && step !== '..' && step !== '.'));

const Manifest = z.object({
  format: z.literal(FORMAT),
  takenAt: z.string(),
  postgres: z.string(),
  /** The files of a cluster suit one kind of machine. */
  machine: z.string(),
  log: z.object({
    identity: z.string(),
    /** How many events the backup holds at least; what was recorded while it ended may be in it, too. */
    events: z.string().regex(/^\d+$/),
    lastPosition: z.string().regex(/^\d+$|^start$/),
  }),
  withKeys: z.boolean(),
  /** The folders of the cluster, the empty ones included. */
  folders: z.array(Path).readonly(),
  files: z.array(z.object({ path: Path, bytes: z.int(), sha256: z.string() })).readonly(),
});

/** What a backup holds. Written last: a folder without it is a backup that was not finished. */
export type Manifest = z.infer<typeof Manifest>;
export type ManifestFile = Manifest['files'][number];

export const MACHINE = `${process.platform}-${process.arch}`;

export const writeManifest = (folder: string, manifest: Omit<Manifest, 'format'>): void => {
  writeOnce(join(folder, FILE), `${JSON.stringify({ format: FORMAT, ...manifest }, undefined, 1)}\n`);
};

/** When the backup in a folder was taken. Throws CannotStart when the folder holds no finished backup. */
export const backupTakenAt = (folder: string): string => manifestIn(folder).takenAt;

const manifestIn = (folder: string): Manifest => {
  const file = join(folder, FILE);
  if (!existsSync(file)) {
    throw new CannotStart({
      en: `${folder} holds no finished backup (no ${FILE}): name another folder`,
      zh: '不是完整的备份，请指定其他目录',
    });
  }
  const manifest = Manifest.safeParse(parsed(readFileSync(file, 'utf8')));
  if (!manifest.success) {
    throw new CannotStart({
      en: `${file} is not a manifest that this program knows: restore it with the release that made it`,
      zh: '无法识别的备份清单，请用制作该备份的版本恢复',
    });
  }
  return manifest.data;
};

/** Throws CannotStart when the folder holds no finished backup, or not one for this program and machine. */
export const readManifest = (folder: string, postgres: string): Manifest => {
  const manifest = manifestIn(folder);
  const { postgres: made, machine } = manifest;
  if (machine !== MACHINE || majorOf(made) !== majorOf(postgres)) {
    throw new CannotStart({
      en:
        `the backup is of PostgreSQL ${made} on ${machine}, here is ${postgres} on ${MACHINE}: restore it there, then move the ` +
        'log with `sifang log copy`',
      zh: '版本或平台不符，请在原平台恢复后用 log copy 迁移',
    });
  }
  return manifest;
};

const majorOf = (version: string) => Number.parseInt(version, 10);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
