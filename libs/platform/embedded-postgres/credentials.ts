import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { CannotStart } from '#platform/postgres';
import { z } from 'zod';
import { writeOnce } from './durable.js';

const Credentials = z.object({ superuser: z.string(), owner: z.string(), application: z.string() });

/** The passwords of the three roles; the roles are named by `ROLES`. */
export type Credentials = z.infer<typeof Credentials>;

export const ROLES = { superuser: 'postgres', owner: 'sifang_owner', application: 'sifang_app' } as const;

const password = () => randomBytes(24).toString('base64url');

const read = (file: string): Credentials => {
  try {
    return Credentials.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new CannotStart({ en: `${file} holds no passwords: bring its backup back`, zh: '口令文件无效，请恢复备份' });
  }
};

/**
 * Reads the passwords, or makes them up and keeps them for this user's eyes only. Throws CannotStart when the cluster is there and
 * they are not: nobody could log in.
 */
export const credentials = (file: string, cluster: string): Credentials => {
  if (!existsSync(file) && existsSync(cluster)) {
    throw new CannotStart({
      en: `the database ${cluster} is there, but its passwords are not: bring ${file} back`,
      zh: '数据库口令缺失，请恢复该文件',
    });
  }
  const made: Credentials = { superuser: password(), owner: password(), application: password() };
  writeOnce(file, JSON.stringify(made));
  return read(file);
};
