import { spawn, type ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import type { User } from './unprivileged.js';

export interface Guard {
  readonly file: string;
  readonly args: readonly string[];
  readonly user: User | undefined;
  readonly environment: Readonly<Record<string, string>>;
  /** An open file for everything the program prints. */
  readonly log: number;
}

/**
 * The program runs under this shell, which holds a pipe from Node. When the pipe closes, for whatever reason (also kill -9 of
 * Node), the program is told to end; and the shell reaps it at once, so that its number does not live on.
 */
const PARENT = `"$@" 3<&- & p=$!; (read _; kill -INT $p) <&3 & r=$!; echo $p >&3
wait $p; s=$?; kill $r 2>&-; exit $s`;

/** A program that cannot outlive this process. */
export class SupervisedProgram {
  /** The process id of the program itself, not of the shell; undefined if it did not get that far. */
  readonly pid: Promise<number | undefined>;
  /** Its exit code, or why it could not be started. */
  readonly ended: Promise<number | Error>;
  private over = false;

  private constructor(private readonly child: ChildProcess) {
    this.ended = new Promise((resolve) => {
      child.once('error', resolve);
      child.once('exit', (code) => resolve(code ?? 1));
    });
    void this.ended.then(() => {
      this.over = true;
      this.pipe?.destroy();
    });
    this.pid = this.pipe ? this.firstLine(this.pipe) : Promise.resolve(child.pid);
  }

  static start({ file, args, user, environment, log }: Guard): SupervisedProgram {
    const options = { cwd: '/', env: environment, ...user };
    // Untested: on Windows the program is a plain child; one that outlives Node is found again through its lock file.
    if (process.platform === 'win32')
      return new SupervisedProgram(spawn(file, args, { ...options, stdio: ['ignore', log, log] }));
    const shell = ['-c', PARENT, 'sh', file, ...args];
    // Detached: Ctrl-C in the terminal reaches Node alone, which ends the program when it is ready to.
    return new SupervisedProgram(
      spawn('/bin/sh', shell, { ...options, detached: true, stdio: ['ignore', log, log, 'pipe'] }),
    );
  }

  /** The process that waits for the program, and so outlives it; undefined if it could not be started. */
  get guard(): number | undefined {
    return this.child.pid;
  }

  get hasEnded() {
    return this.over;
  }

  /** Lets Node exit although the program still runs; it is then told to end. */
  unref() {
    this.child.unref();
    this.pipe?.unref();
  }

  /** Tells the program to end (SIGINT is PostgreSQL's fast shutdown) and waits for it. */
  async end() {
    this.child.ref();
    if (this.pipe) this.pipe.end();
    else this.child.kill();
    await this.ended;
  }

  private get pipe(): Socket | undefined {
    const pipe = this.child.stdio[3];
    return pipe instanceof Socket ? pipe : undefined;
  }

  private firstLine(pipe: Socket): Promise<number | undefined> {
    return new Promise((resolve) => {
      pipe.on('error', () => undefined);
      pipe.once('data', (line: Buffer) => resolve(Number.parseInt(line.toString(), 10)));
      void this.ended.then(() => resolve(undefined));
    });
  }
}
