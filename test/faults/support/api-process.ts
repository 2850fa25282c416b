import { join } from 'node:path';
import type { FreshDatabase } from '../../support/fresh-database.js';
import { startNode, type NodeProcess } from '../../support/node-process.js';

/** The whole application in a process of its own, on a database that others may share. */
export interface ApiProcess extends Pick<NodeProcess, 'child' | 'ended' | 'lines' | 'line'> {
  readonly address: string;
  /** Makes it misbehave from inside: `block <ms>`, `reject <word>` or `throw <word>`. */
  readonly tell: (deed: string) => void;
}

export const startApi = async (
  { applicationUrl }: FreshDatabase,
  dataDir: string,
  more: NodeJS.ProcessEnv = {},
): Promise<ApiProcess> => {
  const { PATH, TMPDIR } = process.env;
  const env = {
    ...{ PATH, TMPDIR, PORT: '0', LOG_LEVEL: 'error', DATA_DIR: dataDir, DATABASE_URL: applicationUrl },
    NODE_OPTIONS: `--require ${join(__dirname, 'misbehave.cjs')}`,
    ...more,
  };
  const { child, ended, lines, line } = startNode('apps/api/main.ts', [], { env });
  const address = /http:\S+?(?=\/graphql)/.exec(await line(/GraphQL/))?.[0] ?? '';
  const tell = (deed: string) => child.stdin?.write(`${deed}\n`);
  return { child, ended, lines, line, address, tell };
};
