import { PEOPLE } from '../../apps/cli/demo/cast.js';
import { withClient } from '../../libs/platform/postgres/connect/with-client.js';
import { interleaved, resultOf, type Bench, type Goal, type Pace, type Result } from './bench.js';
import { closedLoop, type Measured } from './closed-loop.js';
import { KeepAlive } from './keep-alive.js';
import { observation } from './observations.js';
import { SOURCES } from './server-process.js';
import { storyWorld, tokenOf } from './story-world.js';
import { withApi, type Api } from './with-api.js';

export const PACE: Pace = { rounds: 5, ms: 2_000, warmMs: 4_000 };

/** The goals for many clients and for few, so that speed for many is not paid for by those who come alone. */
const GOALS = [
  { clients: 64, ratio: 0.5 },
  { clients: 8, ratio: 0.3 },
  { clients: 1, ratio: 0.3 },
] as const;

/** The columns and indexes of the log, with nothing around them. */
const RIVAL = `
  CREATE SCHEMA bench;
  CREATE TABLE bench.event (LIKE log.event INCLUDING INDEXES);
  GRANT USAGE ON SCHEMA bench TO :app_role;
  GRANT INSERT, SELECT ON bench.event TO :app_role;`;

type Rounds = Awaited<ReturnType<typeof interleaved<Measured>>>;
type Figure = 'perSecond' | 'p50' | 'p99';

const results = (clients: number, ratio: number, rounds: Rounds): readonly Result[] => {
  const of = (figure: Figure) => rounds.map(({ ours, theirs }) => ({ ours: ours[figure], theirs: theirs[figure] }));
  const rate: Goal = { direction: '>=', ratio };
  // With as many at once, a rate and a time are two sides of one thing.
  const time: Goal = { direction: '<=', ratio: Number((1 / ratio).toFixed(1)) };
  const who = clients === 1 ? '1 client' : `${String(clients)} clients`;
  return [
    resultOf(`mutations, ${who}`, 'per second', of('perSecond'), rate),
    resultOf(`p50, ${who}`, 'ms', of('p50'), time),
    resultOf(`p99, ${who}`, 'ms', of('p99'), time),
  ];
};

const startTheirs = async ({ database, beside }: Api) => {
  await withClient(database.ownerUrl, (client) =>
    client.query(RIVAL.replaceAll(':app_role', database.applicationRole)),
  );
  return beside([...SOURCES, 'test/bench/plain-insert.ts', database.applicationUrl]);
};

export const mutations = async (api: Api, pace: Pace): Promise<readonly Result[]> => {
  await storyWorld(api, [PEOPLE.inspector]);
  const theirs = await startTheirs(api);
  const authorization = `Bearer ${await tokenOf(PEOPLE.inspector, api)}`;
  const headers = { 'content-type': 'application/json', authorization };

  let n = 0;
  const all: Result[] = [];
  for (const { clients, ratio } of GOALS) {
    const client = new KeepAlive(clients);
    const ask = async (url: string) => {
      const answer = await client.ask(url, { method: 'POST', headers, body: observation(n++) });
      if (!/"position":"\d+"/.test(answer)) throw new Error(`not recorded: ${answer}`);
    };
    const loop = (url: string, ms: number) => () => closedLoop(clients, () => ask(url), { ms });
    const [ours, plain] = [`${api.server.url}/graphql`, theirs.url];
    if (all.length === 0) await interleaved(1, loop(ours, pace.warmMs), loop(plain, pace.warmMs));
    const rounds = await interleaved(pace.rounds, loop(ours, pace.ms), loop(plain, pace.ms));
    client.close();
    all.push(...results(clients, ratio, rounds));
  }
  return all;
};

export const command: Bench = {
  title:
    'A whole mutation over HTTP beside a plain Fastify handler that inserts one like row in the same PostgreSQL (fsync on)',
  columns: ['API', 'plain'],
  run: (pace = PACE) => withApi((api) => mutations(api, pace)),
};
