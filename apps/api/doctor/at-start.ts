import { failureLine } from '#platform/telemetry';
import type { Finding } from './findings.js';
import { database } from './of-database.js';
import { disk, folder } from './of-machine.js';

/**
 * What an operator should see to, of all that can be looked at while the program starts; what it cannot start with has ended it by
 * itself. Holds nothing up and never fails: a look that does not work says so and is left to `sifang doctor`.
 */
export const lookAtStart = async (dataDir: string, applicationUrl: string): Promise<readonly Finding[]> => {
  const looks = await Promise.allSettled([folder(dataDir), disk(dataDir), database(applicationUrl, () => new Date())]);
  return looks
    .flatMap((look) => (look.status === 'fulfilled' ? look.value : notLooked(look.reason)))
    .filter(({ state }) => state !== 'ok');
};

const notLooked = (reason: unknown): Finding => ({
  check: 'start 启动检查',
  state: 'warning',
  found: failureLine(reason),
  todo: 'run sifang doctor 请执行 sifang doctor',
});

const LABELS = { ok: 'Found 检查', warning: 'Warning 警告', failed: 'Failed 异常' } as const;

/** One line for each, in both languages. */
export const startLines = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ state, check, found, todo }) => `  ${LABELS[state]} ${check}: ${found}; ${todo}`);
