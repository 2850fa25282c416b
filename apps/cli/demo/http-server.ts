import { setTimeout } from 'node:timers/promises';
import type { CastPerson } from '#platform/identity';
import { graphqlAnswer, type GraphqlAnswer } from './answers.js';
import type { Filled } from './fill.js';
import { CannotGoOn, type Answer, type Server } from './server.js';
import { commandIdOf, type Step } from './step.js';

/** Codes that mean: a little later, with the same command id. */
const LATER = ['OVERLOADED', 'NOT_YET_VISIBLE'];
const TRIES = 6;
const FIRST_PAUSE_MS = 100;

export interface Reach {
  readonly url: string;
  readonly token: (person: CastPerson) => Promise<string>;
  /** Sent as Accept-Language. */
  readonly language: 'en' | 'zh';
}

/** The mutation of a step as GraphQL; its one input is named after it. */
export const documentOf = (mutation: string): string =>
  `mutation Demo($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) {
  outcome: ${mutation}(input: $input) {
    __typename
    ... on Recorded { id position events { type } }
    ... on Refused { code message path }
  }
}`;

/** Any query that takes `waitFor` would do: it is asked for nothing but its patience. */
const SETTLED = 'query Settled($waitFor: String!) { directives(first: 1, waitFor: $waitFor) { edges { cursor } } }';

/** A running server, reached over HTTP. */
export class HttpServer implements Server {
  constructor(private readonly reach: Reach) {}

  async send(step: Step, input: Filled): Promise<Answer> {
    const said = { commandId: commandIdOf(step), occurredAt: step.at, source: 'cli' };
    const fields = typeof input === 'object' ? input : {};
    const { data, errors } = await this.ask(step, documentOf(step.mutation), { input: { ...fields, ...said } });
    const outcome = data?.outcome;
    if (outcome?.__typename === 'Recorded') {
      return { is: 'recorded', id: outcome.id, position: outcome.position, events: outcome.events.length };
    }
    if (outcome) return { is: 'refused', code: outcome.code, message: outcome.message, path: outcome.path };
    const [first] = errors ?? [];
    const { code = 'NO_ANSWER', path = [] } = first?.extensions ?? {};
    return { is: 'refused', code, message: first?.message ?? 'the server answered nothing', path };
  }

  async settled(position: string, step: Step): Promise<void> {
    const { errors } = await this.ask(step, SETTLED, { waitFor: position });
    if (errors) throw new CannotGoOn(`${this.reach.url}: ${errors[0]?.message ?? 'not settled'}`);
  }

  async head(): Promise<string | undefined> {
    const response = await this.fetched('/health/ready', {});
    const state: unknown = await response.json().catch(() => undefined);
    return headIn(state);
  }

  private async ask(step: Step, query: string, variables: object): Promise<GraphqlAnswer> {
    for (let tries = 1; ; tries++) {
      const answer = await this.askOnce(step, query, variables);
      const code = answer.errors?.[0]?.extensions?.code ?? '';
      if (code === 'UNAUTHENTICATED') throw new CannotGoOn(notKnown(this.reach.url));
      if (!LATER.includes(code) || tries === TRIES) return answer;
      await setTimeout(FIRST_PAUSE_MS * 2 ** tries);
    }
  }

  private async askOnce(step: Step, query: string, variables: object): Promise<GraphqlAnswer> {
    const response = await this.fetched('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'accept-language': this.reach.language,
        authorization: `Bearer ${await this.reach.token(step.as)}`,
      },
      body: JSON.stringify({ query, variables }),
    });
    if (response.status === 401) throw new CannotGoOn(notKnown(this.reach.url));
    const read = graphqlAnswer.safeParse(await response.json().catch(() => undefined));
    if (!read.success)
      throw new CannotGoOn(`${this.reach.url}: HTTP ${String(response.status)}, no GraphQL answer 未得到应答`);
    return read.data;
  }

  private async fetched(path: string, request: RequestInit): Promise<Response> {
    try {
      return await fetch(`${this.reach.url}${path}`, request);
    } catch {
      throw new CannotGoOn(
        `No server answers at ${this.reach.url}; start one with "npm start" 服务未运行，请先执行 npm start`,
      );
    }
  }
}

const headIn = (state: unknown): string | undefined =>
  typeof state === 'object' && state !== null && 'head' in state && typeof state.head === 'string'
    ? state.head
    : undefined;

const notKnown = (url: string) =>
  `The server at ${url} does not accept the demo's tokens: pass its data folder with --data-dir ` +
  '服务不接受演示令牌，请用 --data-dir 指定其数据目录';
