import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Compared } from './possible.js';
import { read, root } from './source-files.js';

/** Every code that stood in the way of each command of a kind, as a file holds it: a line for each command. */
const textOf = (found: readonly Pick<Compared, 'barred'>[]): string => {
  const codes = new Map<string, Set<string>>();
  for (const [type, code] of found.flatMap(({ barred }) => barred))
    codes.set(type, (codes.get(type) ?? new Set()).add(code));
  const lines = [...codes].map(([type, all]) => [type, [...all].sort().join(', ')] as const);
  return `${JSON.stringify(Object.fromEntries(lines.sort(([one], [other]) => (one < other ? -1 : 1))), undefined, 2)}\n`;
};

/** trust.md 5.4: a bar that is taken away from one command is missed there, whatever the others still answer; MATRIX=write. */
export const expectBarred = (kind: string, found: readonly Pick<Compared, 'barred'>[]): void => {
  const file = `test/structure/barred/${kind}.json`;
  const wanted = textOf(found);
  if (process.env['MATRIX'] === 'write') writeFileSync(join(root, file), wanted);
  expect(wanted).toBe(read(file));
};
