import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { codeOf } from './durable.js';
import { exists } from './processes.js';

const Owner = z.object({ server: z.number(), startedBy: z.number() });

/** Remembers that this process started the server. */
export const writeOwner = (file: string, server: number) => {
  writeFileSync(file, JSON.stringify({ server, startedBy: process.pid }));
};

/** Whether the process that started the server is gone, so that nobody would ever end it. */
export const isOrphan = (file: string, server: number): boolean => {
  if (!existsSync(file)) return false;
  const owner = Owner.safeParse(parsed(readFileSync(file, 'utf8')));
  return owner.success && owner.data.server === server && !exists(owner.data.startedBy);
};

/** PostgreSQL's fast shutdown; fine to repeat. */
export const interrupt = (pid: number) => {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
};

// Another process may be writing it just now.
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
