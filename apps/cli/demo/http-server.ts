import type { CastPerson } from '#platform/identity';
import type { GraphqlAnswer } from './answers.js';
import { documentOf } from './document.js';
import type { Filled, Language } from './fill.js';
import type { FileSaid } from './evidence.js';
import { ask, NotLetIn } from './graphql.js';
import { reached } from './reached.js';
import { CannotGoOn, type Answer, type Server } from './server.js';
import { commandIdOf, type Step } from './step.js';
import type { Tokens } from './story-tokens.js';
import { uploadTo } from './upload-to.js';

interface Reach {
  readonly url: string;
  readonly tokens: Tokens;
  readonly language: Language;
}

/** Any query that takes `waitFor` would do: it is asked for nothing but its patience. */
const SETTLED = `query Settled($waitFor: String!) {
  directives(first: 1, waitFor: $waitFor) { edges { cursor } } findings(first: 1, waitFor: $waitFor) { edges { cursor } }
}`;

/** An error of the API counts as a refusal: its code, and the way to the field that it found at fault. */
const failed = (error: NonNullable<GraphqlAnswer['errors']>[number] | undefined): Answer => {
  const { code = 'NO_ANSWER', path = [] } = error?.extensions ?? {};
  return { is: 'refused', code, message: error?.message ?? 'the server answered nothing', path };
};

const answered = ({ data, errors }: GraphqlAnswer): Answer => {
  const outcome = data?.outcome;
  if (!outcome) return failed(errors?.[0]);
  return outcome.__typename === 'Refused'
    ? { is: 'refused', code: outcome.code, message: outcome.message, path: outcome.path }
    : { is: 'recorded', id: outcome.id, position: outcome.position, events: outcome.events.length };
};

/** The input of a step's mutation: what the story says, and what every command says about itself. */
export const inputOf = (step: Step, input: Filled): object => ({
  ...(typeof input === 'object' ? input : {}),
  ...{ commandId: commandIdOf(step), occurredAt: step.at, source: 'cli' },
});

/** A running server, reached over HTTP. */
export class HttpServer implements Server {
  constructor(private readonly reach: Reach) {}

  /** Throws CannotGoOn when nobody is there. */
  async present(): Promise<void> {
    await reached(this.reach.url, '/health/live');
  }

  async send(step: Step, input: Filled): Promise<Answer> {
    return answered(await this.ask(step.as, documentOf(step.mutation), { input: inputOf(step, input) }));
  }

  async upload(file: FileSaid, as: CastPerson): Promise<string> {
    const { url, tokens, language } = this.reach;
    return uploadTo(url, file, { token: await tokens.of(as), language });
  }

  async settled(position: string, as: CastPerson): Promise<void> {
    const { errors } = await this.ask(as, SETTLED, { waitFor: position });
    if (errors) throw new CannotGoOn(`${this.reach.url}: ${errors[0]?.message ?? 'not settled'}`);
  }

  async head(as: CastPerson): Promise<string | undefined> {
    const { data } = await this.ask(as, '{ head }', {});
    return data?.head ?? undefined;
  }

  /** As this person, whose token ends with the grants that it was made on: then they get another one, once. */
  private async ask(as: CastPerson, query: string, variables: object): Promise<GraphqlAnswer> {
    const { url, tokens, language } = this.reach;
    const asked = async () => ask(url, { query, variables, language, token: await tokens.of(as) });
    try {
      return await asked();
    } catch (error) {
      if (!(error instanceof NotLetIn)) throw error;
      tokens.forget(as);
      return asked();
    }
  }
}
