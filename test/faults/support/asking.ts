import type { ApiClient } from './api-work.js';
import type { Told } from './told.js';

/** What can be asked of people: what is shown now, once a position is visible, and as it was; and what the log holds itself. */
const QUERIES: readonly ((about: { id: string; at: string }) => readonly [query: string, variables: object])[] = [
  () => ['{ persons(first: 3) { edges { node { id } } } head system { head } }', {}],
  ({ id, at }) => ['query ($id: ID!, $at: String!) { person(id: $id, waitFor: $at) { id } }', { id, at }],
  ({ id, at }) => ['query ($id: ID!, $at: String!) { person(id: $id, asOf: $at) { id } }', { id, at }],
  ({ id }) => ['query ($id: ID!) { timeline(id: $id, first: 5) { edges { node { name } } } }', { id }],
];

/** Asks again and again, each thing by turns; tells how often it was answered. */
export const askOn = async (client: ApiClient, told: () => Told | undefined, more: () => boolean): Promise<number> => {
  let answered = 0;
  for (let n = 0; more(); n++) {
    const about = told();
    const question = QUERIES[n % QUERIES.length];
    if (about?.last.is !== 'acked' || !question) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      continue;
    }
    const { stream: id, last } = about;
    const answer = await client.ask(...question({ id, at: String(last.position) })).catch(() => undefined);
    if (answer?.status === 200) answered += 1;
  }
  return answered;
};
