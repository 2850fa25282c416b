import { setTimeout } from 'node:timers/promises';
import { graphqlAnswer, type GraphqlAnswer } from './answers.js';
import { reached } from './reached.js';
import { CannotGoOn } from './server.js';

/** Codes that mean: a little later, the same again. */
const LATER = ['OVERLOADED', 'UNAVAILABLE', 'OUTCOME_UNKNOWN', 'NOT_YET_VISIBLE', 'VIEW_NOT_READY'];
const TRIES = 8;
const FIRST_PAUSE_MS = 100;

export interface Question {
  readonly query: string;
  readonly variables: object;
  readonly token: string;
  /** The language of answers, sent as Accept-Language. */
  readonly language: 'en' | 'zh';
}

const isStranger = (response: Response, { errors }: GraphqlAnswer): boolean =>
  response.status === 401 || errors?.[0]?.extensions?.code === 'UNAUTHENTICATED';

/** The server does not let this token in: it never did, or what it rested on has changed. */
export class NotLetIn extends CannotGoOn {
  override readonly name = 'NotLetIn';
  constructor(url: string) {
    super(
      `The server at ${url} does not accept the tokens of the demo's accounts: pass its data folder with --data-dir ` +
        '服务不接受演示账号的令牌，请用 --data-dir 指定其数据目录',
    );
  }
}

const askOnce = async (url: string, { query, variables, token, language }: Question): Promise<GraphqlAnswer> => {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'accept-language': language,
    authorization: `Bearer ${token}`,
  };
  const body = JSON.stringify({ query, variables });
  const response = await reached(url, '/graphql', { method: 'POST', headers, body });
  const read = graphqlAnswer.safeParse(await response.json().catch(() => undefined));
  if (!read.success) throw new CannotGoOn(`${url} answered HTTP ${String(response.status)}, not GraphQL 未得到应答`);
  if (!isStranger(response, read.data)) return read.data;
  throw new NotLetIn(url);
};

/** Asks over HTTP, and again a little later while the server is too busy. */
export const ask = async (url: string, question: Question): Promise<GraphqlAnswer> => {
  for (let tries = 1; ; tries++) {
    const answer = await askOnce(url, question);
    const code = answer.errors?.[0]?.extensions?.code ?? '';
    if (!LATER.includes(code) || tries === TRIES) return answer;
    await setTimeout(FIRST_PAUSE_MS * 2 ** tries);
  }
};
