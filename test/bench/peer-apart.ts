import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const FILE = join(__dirname, 'peer-process.ts');
const TYPESCRIPT = join(__dirname, '../support/typescript.cjs');

/** A peer in a process of its own, so that nobody pays for what it does. */
export interface PeerApart {
  readonly url: string;
  /** From now on every call waits so long, in milliseconds. */
  waits(ms: number): Promise<void>;
  stop(): void;
}

export const startPeer = async (): Promise<PeerApart> => {
  const child = spawn(process.execPath, ['-C', 'source', '-r', TYPESCRIPT, FILE], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<string> => String((await lines.next()).value);
  const url = await next();
  return {
    url,
    waits: async (ms) => {
      child.stdin.write(`${String(ms)}\n`);
      await next();
    },
    stop: () => {
      child.stdin.end();
    },
  };
};
