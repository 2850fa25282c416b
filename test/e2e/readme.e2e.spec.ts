import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startNode, type NodeProcess } from '../support/node-process.js';
import { blocksRunBy } from '../support/readme.js';
import { root } from '../support/source-files.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';

const HERE = 'test/e2e/readme.e2e.spec.ts';
const has = (tool: string) => spawnSync(tool, ['--version']).status === 0;
const there = has('bash') && has('curl');
if (!there) console.warn('skipped: the first five minutes need bash and curl');

describe('the first five minutes', () => {
  const dataDir = temporaryFolder();
  const { PATH, HOME, TMPDIR } = process.env;
  let server: NodeProcess;
  let port = '';

  beforeAll(async () => {
    const environment = { PATH, TMPDIR, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent' };
    server = startNode('apps/api/main.ts', [], { env: environment });
    port = /:(\d+)\//.exec(await server.line(/GraphQL/))?.[1] ?? '';
  });
  afterAll(async () => {
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    removeFolder(dataDir);
  });

  /** What each block printed, as one reader runs them in one terminal; only the port and the folder are others. */
  const printed = (file: string): readonly string[] => {
    const blocks = blocksRunBy(HERE, file).map(({ text }) =>
      // The log is told once, in the language of the first README.
      text
        .replace('demo |', 'demo -- --language en |')
        .replaceAll(':4000', `:${port}`)
        .replaceAll('.data/', `${dataDir}/`),
    );
    const script = blocks.map((text) => `${text}\nprintf '\\f'`).join('\n');
    const env = { PATH, HOME, TMPDIR, PORT: port, DATA_DIR: dataDir };
    const run = spawnSync('bash', ['-euo', 'pipefail', '-c', script], { cwd: root, env, encoding: 'utf8' });
    // With the output beside it: what failed, says so there.
    expect([run.status, run.status === 0 ? '' : run.stdout + run.stderr]).toEqual([0, '']);
    return run.stdout.split('\f');
  };

  (there ? it : it.skip)(
    'go as README says, in both languages',
    () => {
      const english = printed('README.md');
      expect(english[0]).toMatch(/The demo jurisdiction is loaded: \d+ steps new, 0 there already/);
      expect(english[3]).toBe('%PDF-1.4');
      const answers = [english[2], ...english.slice(4, -1)].map((text) => JSON.parse(text ?? '') as { data: unknown });
      expect(answers).toMatchObject([
        {
          data: {
            gaps: { edges: expect.arrayContaining([{ node: expect.objectContaining({ kind: 'orphanStep' }) }]) },
          },
        },
        { data: { recordObservation: { id: expect.stringMatching(/^finding-/), position: expect.any(String) } } },
        {
          data: {
            timeline: {
              // A moment later it has a number, for which nobody waits.
              edges: expect.arrayContaining([
                {
                  node: expect.objectContaining({
                    name: 'ObservationRecorded',
                    data: expect.objectContaining({ place: 'Gate 2' }),
                  }),
                },
              ]),
            },
          },
        },
        { data: { confirmFinding: { id: expect.stringMatching(/^finding-/), position: expect.any(String) } } },
      ]);

      const chinese = printed('README.zh-CN.md');
      expect(chinese[0]).toContain('无变化');
      // Sent again, each command answers as the first time; the history has both by now.
      expect([chinese[4], chinese[6]]).toEqual([english[4], english[6]]);
      expect(JSON.parse(chinese[5] ?? '')).toMatchObject({
        data: {
          timeline: {
            edges: expect.arrayContaining(
              ['ObservationRecorded', 'FindingNumbered', 'FindingConfirmed'].map((name) => ({
                node: expect.objectContaining({ name }),
              })),
            ),
          },
        },
      });
    },
    240_000,
  );
});
