import { isDeepStrictEqual } from 'node:util';
import { interleaved, resultOf, type Bench, type Pace, type Result } from './bench.js';
import { closedLoop, type Measured } from './closed-loop.js';
import { DOCUMENT, PAGE, type Shown } from './findings-page.js';
import { KeepAlive, type HttpRequest } from './keep-alive.js';
import { inWorld, type World } from './query-world.js';
import { TELLS_CPU } from './server-process.js';

const PACE: Pace = { rounds: 7, ms: 2_000, warmMs: 4_000 };
const CONNECTIONS = 16;

const MOST_CPU = 6;
/** A server that needs six times the CPU answers a sixth as often. */
const LEAST_RATE = 0.17;

const asOurs = (token: string): HttpRequest => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  body: JSON.stringify({ query: DOCUMENT }),
});
const AS_THEIRS: HttpRequest = { method: 'GET' };

interface Answer {
  readonly data: { readonly findings: { readonly edges: readonly { readonly node: Shown }[] } };
}

/** Both sides must show the same, or their speeds say nothing. */
const compare = (ours: string, theirs: string): void => {
  const nodes = (JSON.parse(ours) as Answer).data.findings.edges.map(({ node }) => node);
  const rows = JSON.parse(theirs) as readonly Shown[];
  if (rows.length !== PAGE || !isDeepStrictEqual(nodes, rows)) throw new Error('the two sides show different findings');
};

const measure = async ({ ours, theirs, token }: World, pace: Pace): Promise<readonly Result[]> => {
  const client = new KeepAlive(CONNECTIONS);
  const askOurs = () => client.ask(`${ours.url}/graphql`, asOurs(token));
  const askTheirs = () => client.ask(theirs.url, AS_THEIRS);
  compare(await askOurs(), await askTheirs());
  const loop = (ms: number) => ({
    ours: (): Promise<Measured> => closedLoop(CONNECTIONS, askOurs, { ms, spent: () => ours.cpu() }),
    theirs: (): Promise<Measured> => closedLoop(CONNECTIONS, askTheirs, { ms, spent: () => theirs.cpu() }),
  });
  const [warm, measured] = [loop(pace.warmMs), loop(pace.ms)];
  await interleaved(1, warm.ours, warm.theirs);
  const rounds = await interleaved(pace.rounds, measured.ours, measured.theirs);
  client.close();
  return [...cpuPerRequest(rounds), requestsPerSecond(rounds)];
};

type Rounds = Awaited<ReturnType<typeof interleaved<Measured>>>;

const cpuPerRequest = (rounds: Rounds): readonly Result[] => {
  if (!TELLS_CPU) {
    console.error('CPU per request is left out: only Linux tells in /proc what a process has used');
    return [];
  }
  const each = rounds.map(({ ours, theirs }) => ({ ours: ours.each, theirs: theirs.each }));
  return [resultOf('CPU per request', 'µs', each, { direction: '<=', ratio: MOST_CPU })];
};

const requestsPerSecond = (rounds: Rounds): Result => {
  const rates = rounds.map(({ ours, theirs }) => ({ ours: ours.perSecond, theirs: theirs.perSecond }));
  return resultOf('requests', 'requests/s', rates, { direction: '>=', ratio: LEAST_RATE });
};

export const query: Bench = {
  title: `A page of ${String(PAGE)} findings over HTTP beside a plain Fastify handler with the same SQL, ${String(CONNECTIONS)} connections`,
  columns: ['API', 'plain'],
  run: (pace = PACE) => inWorld((world) => measure(world, pace)),
};
