import { idOf, type Id } from '#kernel';
import { CAST, claimsOf, developmentKeys, developmentToken } from '#platform/identity';
import { z } from 'zod';
import { documentOf } from '../../../apps/cli/demo/document.js';
import type { Attempt } from './told.js';
import type { Work } from './writers.js';

const Answer = z.object({
  data: z
    .object({
      outcome: z.union([
        z.object({ __typename: z.literal('Recorded'), position: z.string(), events: z.array(z.unknown()) }),
        z.object({ __typename: z.literal('Refused'), code: z.string() }),
      ]),
    })
    .nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional(),
});

/** Codes that promise that nothing was written, so far. */
const NOT_WRITTEN = ['OVERLOADED', 'UNAVAILABLE', 'STORAGE_FULL'];

const attemptOf = (body: unknown): Attempt => {
  const { data, errors } = Answer.parse(body);
  const outcome = data?.outcome;
  if (outcome?.__typename === 'Recorded') {
    return { is: 'acked', events: outcome.events.length, position: BigInt(outcome.position) };
  }
  return outcome ? { is: 'refused', why: outcome.code } : failureOf(errors?.[0]?.extensions.code ?? 'NO_ANSWER');
};

const failureOf = (why: string): Attempt => ({ is: NOT_WRITTEN.includes(why) ? 'later' : 'unknown', why });

/** Whatever the clock says: forty years, in hours. */
const LIFETIME = 40 * 365 * 24;

export interface ApiClient {
  readonly actorId: Id<'person'>;
  readonly token: string;
  /** Asks and answers the status and the body; throws when the connection breaks. */
  ask(
    query: string,
    variables: object,
    language?: string,
  ): Promise<{ readonly status: number; readonly body: unknown }>;
}

/** A client of the API in the administrator's name. The address is asked for each time, because a server that starts again may have another. */
export const apiClient = async (dataDir: string, address: () => string, timeoutMs = 30_000): Promise<ApiClient> => {
  const admin = CAST.find(({ as }) => as === 'admin');
  if (!admin) throw new Error('the cast has no administrator');
  const token = await developmentToken(claimsOf(admin), await developmentKeys(dataDir), { hours: LIFETIME });
  return {
    actorId: admin.id,
    token,
    ask: async (query, variables, language = 'en') => {
      const response = await fetch(`${address()}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language, authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { status: response.status, body: await response.json() };
    },
  };
};

/** One mutation, sent again until it is answered. A connection that is refused or breaks leaves the outcome open. */
export const attemptMutation = async (client: ApiClient, mutation: string, input: object): Promise<Attempt> => {
  try {
    return attemptOf((await client.ask(documentOf(mutation), { input })).body);
  } catch (error) {
    if (error instanceof z.ZodError) throw error;
    return { is: 'unknown', why: error instanceof Error ? error.name : String(error) };
  }
};

/** Commands that register invented people, one event each. */
export const newPeople =
  (client: ApiClient, dated?: string): Work =>
  (commandId, writer) => {
    const stream = idOf('person', commandId);
    const occurredAt = dated ?? new Date().toISOString();
    const input = { id: stream, name: `Invented Person ${String(writer)}`, commandId, occurredAt };
    const send = () => attemptMutation(client, 'registerPerson', input);
    return { stream, actorId: client.actorId, events: 1, send };
  };

/** Whether the server says that it is ready; false when it does not answer at all. */
export const isReady = async (address: string): Promise<boolean> => {
  try {
    const response = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(10_000) });
    await response.text();
    return response.status === 200;
  } catch {
    return false;
  }
};
