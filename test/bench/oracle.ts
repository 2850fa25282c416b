import { randomUUID } from 'node:crypto';
import { PEOPLE } from '../../apps/cli/demo/cast.js';
import { percentile } from '../support/percentile.js';
import { median, resultOf, type Bench, type Pace, type Result, type Round } from './bench.js';
import { KeepAlive } from './keep-alive.js';
import { manyFindings } from './many-findings.js';
import { storyWorld, tokenOf } from './story-world.js';
import { withApi, type Api } from './with-api.js';

const PACE: Pace = { rounds: 4_000, ms: 0, warmMs: 4_000 };
const FINDINGS = 40;

/** Medians within a tenth of each other tell nobody which is which. */
const MOST = 1.1;

/** What is asked for by an id: something to read, and an act that reads further streams where the thing is there. */
const ASKED = {
  'a finding': 'query ($id: ID!) { finding(id: $id) { id status place description } }',
  'an act on one':
    'mutation ($id: ID!, $commandId: String!) { approveCloseOut(input: { id: $id, commandId: $commandId, conditions: [] }) { ... on Refused { code message path } } }',
};
const LIST = `{ findings(first: ${String(FINDINGS)}) { edges { node { id } } } }`;

interface Listed {
  readonly data: { readonly findings: { readonly edges: readonly { readonly node: { readonly id: string } }[] } };
}

/** Where the median lies with 95 % confidence, by the ranks of the binomial distribution: nothing is assumed of how times are spread. */
const bandOf = (figures: readonly number[]): readonly [number, number] => {
  const sorted = figures.toSorted((a, b) => a - b);
  const [middle, reach] = [sorted.length / 2, 0.98 * Math.sqrt(sorted.length)];
  const at = (rank: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(rank)))] ?? NaN;
  return [at(middle - reach), at(middle + reach)];
};

/** Neither side may be the slower one. */
const alike = (what: string, round: Round): Result => {
  const result = resultOf(what, 'µs', [round], { direction: '<=', ratio: MOST });
  return { ...result, goal: `within ${String(MOST)}`, met: result.met && result.ratio >= 1 / MOST };
};

/** Figures of both sides over all pairs, and how far apart the two of a pair are. */
const resultsOf = (what: string, pairs: readonly Round[]): readonly Result[] => {
  const differences = pairs.map(({ ours, theirs }) => ours - theirs);
  const [low, high] = bandOf(differences).map((one) => one.toFixed(1));
  const told = `${median(differences).toFixed(1)} µs within a pair, with 95 % confidence ${String(low)} to ${String(high)}`;
  const at = (share: number): Round => {
    const of = (side: keyof Round) =>
      percentile(
        pairs.map((pair) => pair[side]).toSorted((a, b) => a - b),
        share,
      );
    return { ours: of('ours'), theirs: of('theirs') };
  };
  return [
    alike(`${what}: half of the answers, apart by ${told}`, at(0.5)),
    alike(`${what}: 95 of a hundred`, at(0.95)),
  ];
};

const pairsOf = async (pair: (n: number) => Promise<Round>, { rounds, warmMs }: Omit<Pace, 'ms'>) => {
  const until = performance.now() + warmMs;
  for (let n = 0; performance.now() < until; n++) await pair(n);
  const pairs: Round[] = [];
  for (let n = 0; n < rounds; n++) pairs.push(await pair(n));
  return pairs;
};

const measure = async (api: Api, { rounds, warmMs }: Pace): Promise<readonly Result[]> => {
  await storyWorld(api, [PEOPLE.inspector, PEOPLE.lead, PEOPLE.supervision, PEOPLE.unit], manyFindings(FINDINGS));
  const client = new KeepAlive(1);
  const asking = (token: string) => (query: string, variables?: Readonly<Record<string, string>>) =>
    client.ask(`${api.server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
  const listed = JSON.parse(await asking(await tokenOf(PEOPLE.lead, api))(LIST)) as Listed;
  const hidden = listed.data.findings.edges.map(({ node }) => node.id);
  const stranger = asking(await tokenOf(PEOPLE.unit, api));

  const results: Result[] = [];
  for (const [what, query] of Object.entries(ASKED)) {
    let said: string | undefined;
    const took = async (id: string) => {
      const began = performance.now();
      const answer = await stranger(query, { id, commandId: randomUUID() });
      const ms = performance.now() - began;
      if (answer !== (said ??= answer)) throw new Error(`not like what is not there: ${answer}`);
      return ms * 1_000;
    };
    const unseen = (n: number) => took(hidden[Math.floor(n / 2) % hidden.length] ?? '');
    const absent = () => took(`finding-${randomUUID()}`);
    const pair = async (n: number): Promise<Round> => {
      // Whoever comes second finds everything warmer.
      if (n % 2 === 0) return { ours: await unseen(n), theirs: await absent() };
      const theirs = await absent();
      return { ours: await unseen(n), theirs };
    };
    results.push(...resultsOf(what, await pairsOf(pair, { rounds, warmMs })));
  }
  client.close();
  return results;
};

/** Whether time tells what is there and not seen from what is not there (T19): by one client, in pairs, either first in turn. */
export const oracle: Bench = {
  title: 'What is not theirs to see, beside what is not there, over HTTP',
  columns: ['unseen', 'absent'],
  run: (pace = PACE) => withApi((api) => measure(api, pace)),
};
