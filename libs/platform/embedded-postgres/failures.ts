import { readFileSync } from 'node:fs';
import { CannotStart } from '#platform/postgres';
import { noBinaries } from './binaries.js';

/** What a shell and a dynamic loader answer when a program cannot be run at all, as on systems without glibc. */
const NOT_RUNNABLE = [126, 127];

/** Why one of PostgreSQL's programs failed, in one line. */
export const failed = (end: number | Error, logFile: string): CannotStart => {
  if (typeof end !== 'number') return new CannotStart(`PostgreSQL could not be started: ${end.message}`);
  const reason = readFileSync(logFile, 'utf8').trim().split('\n').filter(tells).at(-1) ?? `exit code ${end}`;
  if (NOT_RUNNABLE.includes(end)) return noBinaries(`${process.platform}-${process.arch}: ${reason}`);
  return new CannotStart(`PostgreSQL did not start: ${reason} (more in ${logFile})`);
};

const tells = (line: string) => /FATAL|PANIC|error|not found/i.test(line);
