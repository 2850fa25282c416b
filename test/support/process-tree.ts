import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The number of the process that started another one. */
export const parentOf = (pid: number): number => {
  const parent = processes().find((each) => each.pid === pid)?.parent;
  if (parent === undefined) throw new Error(`there is no process ${pid}`);
  return parent;
};

/** The numbers of the processes that one started, as far as they still run. */
export const childrenOf = (parent: number): readonly number[] =>
  processes()
    .filter((each) => each.parent === parent)
    .map(({ pid }) => pid);

interface Process {
  readonly pid: number;
  readonly parent: number;
}

// A small Linux system may have no `ps`.
const processes = (): readonly Process[] => (process.platform === 'linux' ? fromProc() : fromPs());

const fromProc = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const afterName = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1);
        return [{ pid: Number(name), parent: Number(afterName?.split(' ')[1]) }];
      } catch {
        return [];
      }
    });

const fromPs = () =>
  execFileSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent] = line.trim().split(/\s+/).map(Number);
      return { pid: pid ?? 0, parent: parent ?? 0 };
    });
