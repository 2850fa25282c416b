import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Rival } from './append-rivals.js';
import { anAppend, data, TYPE } from './appends.js';
import { closedLoop } from './closed-loop.js';

/** What is used of Emmett; its own types are there only once it is installed. */
interface EmmettStore {
  readonly schema: { migrate(): Promise<unknown> };
  appendToStream(
    stream: string,
    events: readonly object[],
    options: { readonly expectedStreamVersion: bigint },
  ): Promise<unknown>;
  close(): Promise<void>;
}
interface Emmett {
  readonly getPostgreSQLEventStore: (url: string) => EmmettStore;
}

const HOME = join(__dirname, 'emmett');
const requireFrom = createRequire(join(HOME, 'package.json'));

const isThere = (): boolean => {
  try {
    requireFrom.resolve('@event-driven-io/emmett-postgresql');
    return true;
  } catch {
    return false;
  }
};

/** Installs Emmett into a folder of its own when it is not there; says whether it is there now. */
export const installEmmett = (): boolean => {
  if (isThere()) return true;
  console.error('Emmett is not part of the project: installing it into test/bench/emmett (npm ci)');
  const npm = process.env['npm_execpath'];
  if (npm !== undefined) spawnSync(process.execPath, [npm, 'ci'], { cwd: HOME, stdio: ['ignore', 2, 2] });
  if (isThere()) return true;
  console.error('Emmett could not be installed: its rows are left out. To have them: cd test/bench/emmett && npm ci');
  return false;
};

/** Emmett as it comes; each client appends to streams of its own. */
export const emmett = async (ownerUrl: string, clients: number): Promise<Rival> => {
  // The module has what the interface names: the version is pinned.
  const { getPostgreSQLEventStore } = requireFrom('@event-driven-io/emmett-postgresql') as Emmett;
  const store = getPostgreSQLEventStore(ownerUrl);
  await store.schema.migrate();
  let n = 0;
  const places = Array.from({ length: clients }, () => ({ stream: '', held: 20n }));
  const append = async (client: number) => {
    const place = places[client] ?? { stream: '', held: 20n };
    if (place.held === 20n) Object.assign(place, { stream: `finding-${randomUUID()}`, held: 0n });
    const { occasion } = anAppend('finding-0', 0n, n);
    const event = { type: TYPE, data: { ...data(n++) }, metadata: { ...occasion } };
    await store.appendToStream(place.stream, [event], { expectedStreamVersion: place.held });
    place.held += 1n;
  };
  return { measure: () => closedLoop(clients, append), close: () => store.close() };
};
