import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll } from '@jest/globals';

const root = join(__dirname, '../..');

const started: ChildProcess[] = [];
// A spec that failed half-way leaves nothing running.
afterAll(() => started.forEach((child) => child.kill('SIGKILL')));

export interface NodeProcess {
  readonly child: ChildProcess;
  /** Lines it has printed so far, on both streams. */
  readonly lines: readonly string[];
  /** The next line that matches, also one printed already. Rejects when the process ends without it. */
  readonly line: (matching: RegExp) => Promise<string>;
  /** Its exit code; null after a signal. */
  readonly ended: Promise<number | null>;
}

/** Runs a TypeScript file of this repository in a process of its own. */
export const startNode = (file: string, args: readonly string[] = [], options: SpawnOptions = {}): NodeProcess => {
  const sources = ['-C', 'source', '-r', join(__dirname, 'typescript.cjs'), join(root, file)];
  const child = spawn(process.execPath, [...sources, ...args], { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
  started.push(child);
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (text) => {
      lines.push(text);
      child.emit('line');
    });
  }
  const ended = once(child, 'close').then(() => child.exitCode);
  const line = async (matching: RegExp) => {
    for (;;) {
      const found = lines.find((text) => matching.test(text));
      if (found !== undefined) return found;
      const over = await Promise.race([ended.then(() => true), once(child, 'line').then(() => false)]);
      if (over && !lines.some((text) => matching.test(text))) throw new Error(`ended first:\n${lines.join('\n')}`);
    }
  };
  return { child, lines, line, ended };
};
