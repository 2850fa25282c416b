import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { soon } from '../support/soon.js';
import { newPeople } from './support/api-work.js';
import { serveApi, type ServedApi } from './support/served-api.js';
import { counted, reasons } from './support/told.js';
import { write } from './support/writers.js';

const PERSONS = 'query { persons(first: 5) { edges { node { id } } } }';
const LISTEN = 'subscription ($ids: [ID!]!) { recorded(ids: $ids) { id } }';
/** Five seconds are promised; the machine of the tests may be busy. */
const PROMISED_MS = 6_000;

describe('F10 a database that freezes under an API that is asked', () => {
  let api: ServedApi;
  beforeEach(async () => {
    api = await serveApi();
  });
  afterEach(() => api.close());

  const code = async (): Promise<string> => {
    const { body } = await api.client.ask(PERSONS, {});
    const { errors } = body as { readonly errors?: readonly { readonly extensions: { readonly code: string } }[] };
    return errors?.[0]?.extensions.code ?? 'OK';
  };

  it('everybody is answered within five seconds, and a command whose end nobody knows says so', async () => {
    const people = newPeople(api.client);
    const before = await write({ writers: 4, work: people, more: (done) => done < 2 });
    expect(await code()).toBe('OK');

    api.proxy.weather = { silent: true };
    const since = performance.now();
    const writing = write({ writers: 20, work: people, more: (done) => done < 1, tries: 1 });
    const codes = await Promise.all(Array.from({ length: 20 }, code));
    const lost = await writing;
    expect(performance.now() - since).toBeLessThan(PROMISED_MS);
    expect(new Set(codes)).toEqual(new Set(['UNAVAILABLE']));
    expect(Object.keys(reasons(lost)).filter((why) => !['OUTCOME_UNKNOWN', 'UNAVAILABLE'].includes(why))).toEqual([]);
    expect(reasons(lost)).toHaveProperty('OUTCOME_UNKNOWN');

    api.proxy.weather = {};
    const after = await write({ writers: 4, work: people, more: (done) => done < 2 });
    expect(counted([...before, ...after]).acked).toBe(before.length + after.length);
  });

  it('a subscription that is opened meanwhile is answered within five seconds, and works once the database does', async () => {
    const client = createClient({
      url: `${api.address.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { token: api.client.token },
      lazy: false,
    });
    const id = api.client.actorId;
    const subscribe = () => client.iterate<{ recorded: { id: string } }>({ query: LISTEN, variables: { ids: [id] } });
    try {
      expect(await code()).toBe('OK');
      api.proxy.weather = { silent: true };
      const since = performance.now();
      const answer = await subscribe().next();
      expect(performance.now() - since).toBeLessThan(PROMISED_MS);
      expect(answer.value).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });

      api.proxy.weather = {};
      await soon(async () => expect(await code()).toBe('OK'));
      const later = subscribe();
      const quiet = new Promise((resolve) => setTimeout(resolve, 500, 'listens'));
      expect(await Promise.race([later.next(), quiet])).toBe('listens');
    } finally {
      await client.dispose();
    }
  });
});
