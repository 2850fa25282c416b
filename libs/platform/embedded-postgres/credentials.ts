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

/**
 * Reads the passwords, or makes them up and keeps them for this user's eyes only. Throws CannotStart when the cluster is there and
 * they are not: nobody could log in.
 */
export const credentials = (file: string, cluster: string): Credentials => {
  if (!existsSync(file) && existsSync(cluster)) {
    throw new CannotStart(`the database ${cluster} is there, but its passwords are not: bring ${file} back`);
  }
  const made: Credentials = { superuser: password(), owner: password(), application: password() };
  writeOnce(file, JSON.stringify(made));
  return Credentials.parse(JSON.parse(readFileSync(file, 'utf8')));
};
