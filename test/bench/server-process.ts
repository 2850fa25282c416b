import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(__dirname, '../..');

/** Sources of this repository as plain Node runs them. */
export const SOURCES = ['-C', 'source', '-r', join(root, 'test/support/typescript.cjs')] as const;

/** Whether this machine tells what a process has used so far. */
export const TELLS_CPU = existsSync('/proc/self/stat');

/** Fields after the name in brackets, which may hold spaces: `utime` and `stime` (proc_pid_stat(5)). */
const [UTIME, STIME] = [11, 12] as const;
const microsecondsPerTick = (): number =>
  1_000_000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** A server in a process of its own, so that what it uses can be told apart. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    private readonly tick: number,
  ) {}

  /** Starts it; it is there when it prints its address. Throws what it printed when it ends instead. */
  static async start(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<ServerProcess> {
    const { PATH, TMPDIR } = process.env;
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { PATH, TMPDIR, NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface(child.stdout)) {
      const url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
      if (url !== undefined) return new ServerProcess(child, url, TELLS_CPU ? microsecondsPerTick() : NaN);
    }
    throw new Error(`${args.at(-1) ?? ''} did not start`);
  }

  /** Microseconds of CPU that all its threads have used since it started; not a number where the machine does not tell. */
  cpu(): number {
    if (!TELLS_CPU) return NaN;
    const stat = readFileSync(`/proc/${String(this.child.pid)}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[UTIME]) + Number(fields[STIME])) * this.tick;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }
}
