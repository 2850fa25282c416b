import { join } from 'node:path';
import { PEOPLE } from '../../apps/cli/demo/cast.js';
import { query } from '../support/query.js';
import { acts, allowed, authorised, type Asking } from './authorize-world.js';
import { interleaved, resultOf, type Bench, type Pace, type Result } from './bench.js';
import { closedLoop } from './closed-loop.js';
import { DOCUMENT } from './findings-page.js';
import { KeepAlive } from './keep-alive.js';
import { manyFindings } from './many-findings.js';
import { observation } from './observations.js';
import { storyWorld, tokenOf } from './story-world.js';
import { withApi, type Api } from './with-api.js';

const USUAL: Pace = { rounds: 9, ms: 800, warmMs: 2_000 };
const GOAL = { direction: '>=', ratio: 0.9 } as const;
const FINDINGS = 60;
const CLIENTS = 8;

/** How many decisions a second one way of deciding takes, one after the other. */
const perSecond =
  (all: readonly Asking[], how: (asking: Asking) => Promise<unknown>, ms: number) => async (): Promise<number> => {
    const began = performance.now();
    let count = 0;
    while (performance.now() - began < ms) {
      for (const asking of all) await how(asking);
      count += all.length;
    }
    return (count / (performance.now() - began)) * 1_000;
  };

const decisions = async ({ rounds, ms, warmMs }: Pace): Promise<Result> => {
  const all = await acts();
  const sides = (long: number) => [perSecond(all, authorised, long), perSecond(all, allowed, long)] as const;
  await interleaved(1, ...sides(warmMs));
  const measured = await interleaved(rounds, ...sides(ms));
  return resultOf(`${String(all.length)} acts, decisions`, 'per second', measured, GOAL);
};

/** What is asked for, as the body of a request, and what an answer to it holds. */
const ASKED = {
  mutations: [observation, /"position":"\d+"/],
  'pages of findings': [() => JSON.stringify({ query: DOCUMENT }), /"confirmedAt"/],
} as const;

type What = keyof typeof ASKED;

/** Asks one server for the same again and again: how often it answers within a second, and what CPU an answer costs it. */
const asking = async (api: Api) => {
  await storyWorld(api, [PEOPLE.inspector, PEOPLE.lead, PEOPLE.supervision], manyFindings(FINDINGS));
  const client = new KeepAlive(CLIENTS);
  const authorization = `Bearer ${await tokenOf(PEOPLE.inspector, api)}`;
  const headers = { 'content-type': 'application/json', authorization };
  let n = 0;
  const ask = async ([body, holds]: (typeof ASKED)[What]) => {
    const answer = await client.ask(`${api.server.url}/graphql`, { method: 'POST', headers, body: body(n++) });
    if (!holds.test(answer)) throw new Error(`not as it should be answered: ${answer}`);
  };
  return {
    run: (what: What, ms: number) => () =>
      closedLoop(CLIENTS, () => ask(ASKED[what]), { ms, spent: () => api.server.cpu() }),
    /** As the server does by itself within minutes: a log as young as this one has no statistics yet, and is read without them. */
    analysed: () => query(api.database.ownerUrl, 'VACUUM (ANALYZE)'),
    close: () => {
      client.close();
    },
  };
};

const whole = async (ours: Api, theirs: Api, { rounds, ms, warmMs }: Pace): Promise<readonly Result[]> => {
  const [with_, without] = [await asking(ours), await asking(theirs)];
  const results: Result[] = [];
  for (const what of ['mutations', 'pages of findings'] as const) {
    await with_.analysed();
    await without.analysed();
    await interleaved(1, with_.run(what, warmMs), without.run(what, warmMs));
    const measured = await interleaved(rounds, with_.run(what, ms), without.run(what, ms));
    const of = (figure: 'perSecond' | 'each') =>
      measured.map((round) => ({ ours: round.ours[figure], theirs: round.theirs[figure] }));
    results.push(
      resultOf(`${what}, ${String(CLIENTS)} clients`, 'per second', of('perSecond'), GOAL),
      resultOf(`${what}, CPU of the server`, 'µs', of('each'), { direction: '<=', ratio: 1.1 }),
    );
  }
  with_.close();
  without.close();
  return results;
};

/** Loaded before the API of the other side: nobody is asked who they are. */
const ALWAYS = ['-r', join(__dirname, 'always-allow.cjs')];

/** What it costs to ask who may do what, beside a policy that always allows: decisions in one process, and whole requests over HTTP. */
export const authorize: Bench = {
  title: 'Decisions on acts of a finding in memory, and whole requests over HTTP, each on a log of its own',
  columns: ['with rights', 'always allowed'],
  run: async (pace = USUAL): Promise<readonly Result[]> => [
    await decisions(pace),
    ...(await withApi((ours) => withApi((theirs) => whole(ours, theirs, pace), { node: ALWAYS }))),
  ],
};
