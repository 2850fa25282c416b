import { CAST } from '#platform/identity';
import { afterEach, describe, expect, it } from '@jest/globals';
import { FakeServer, type Answers } from './fake-server.examples.js';
import { HttpServer } from './http-server.js';
import { load } from './load.js';
import { CannotGoOn } from './server.js';
import { commandIdOf, madeBy, type Step } from './step.js';
import { loadSummary } from './load-summary.js';

const [someone] = CAST;
if (!someone) throw new Error('the cast is empty');

const step = (name: string, mutation: string, input: Step['input'] = {}, settle = false): Step => ({
  name,
  as: someone,
  mutation,
  at: '2025-03-24T01:00:00.000Z',
  input,
  settle,
});

const STEPS = [
  step('a place', 'addTerritory', { name: 'Province P' }),
  step('a body', 'createOrganisation', { territoryId: madeBy('a place'), tags: ['x', madeBy('a place')] }, true),
  step('a directive', 'draftDirective', { issuerId: madeBy('a body') }),
];

/** These specifications talk to a stand-in on a loopback port; the real server has the demo in its end-to-end tests. */
describe('loading the demo', () => {
  const servers: FakeServer[] = [];
  const running = async (answers?: Answers) => {
    const server = await new FakeServer(answers).start();
    servers.push(server);
    return server;
  };
  const reach = ({ url }: { readonly url: string }) =>
    new HttpServer({
      url,
      tokens: { of: () => Promise.resolve('sfp_shown'), forget: () => undefined },
      language: 'en',
    });

  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });

  it('sends each step once, in order, as its command, with the ids that earlier steps made', async () => {
    const server = await running();
    const report = await load(STEPS, reach(server), { language: 'en' });

    expect(report).toMatchObject({ added: 3, held: 0, failed: [], head: { before: undefined, after: '3' } });
    expect(server.received.map(({ variables }) => variables)).toEqual([
      { input: { name: 'Province P', ...said('a place') } },
      { input: { territoryId: 'thing-addTerritory-1', tags: ['x', 'thing-addTerritory-1'], ...said('a body') } },
      { waitFor: '2' },
      { input: { issuerId: 'thing-createOrganisation-2', ...said('a directive') } },
    ]);
    expect(server.received[0]?.query).toContain('$input: AddTerritoryInput!');
  });

  it('changes nothing the second time, and says so', async () => {
    const server = await running();
    await load(STEPS, reach(server), { language: 'en' });
    const again = await load(STEPS, reach(server), { language: 'en' });

    expect(again).toMatchObject({ added: 0, held: 3, failed: [], head: { before: '3', after: '3' } });
    expect(loadSummary(again)).toEqual({
      lines: [expect.stringMatching(/^Nothing changed: all 3 steps .*无变化/)],
      exitCode: 0,
    });
  });

  it('adds what an interrupted run left out', async () => {
    const server = await running();
    await load(STEPS.slice(0, 2), reach(server), { language: 'en' });
    expect(await load(STEPS, reach(server), { language: 'en' })).toMatchObject({ added: 1, held: 2 });
  });

  it('names each refused step with code and path, and leaves out what needs it', async () => {
    const refused = {
      __typename: 'Refused',
      code: 'TERRITORY_NOT_FOUND',
      message: 'No such territory.',
      path: ['territoryId'],
    };
    const server = await running({ createOrganisation: { data: { outcome: refused } } });
    const { lines, exitCode } = loadSummary(await load(STEPS, reach(server), { language: 'en' }));

    expect(exitCode).toBe(1);
    expect(lines).toEqual([
      '✗ a body: TERRITORY_NOT_FOUND at territoryId: No such territory.',
      '✗ a directive: NOT_SENT: nothing came of the step "a body"',
      expect.stringContaining('2 steps not taken, 1 new'),
    ]);
  });

  it('says so where the log has the demo in another language', async () => {
    const reused = { __typename: 'Refused', code: 'COMMAND_ID_REUSED', message: 'Used before.', path: ['commandId'] };
    const server = await running({ addTerritory: { data: { outcome: reused } } });
    const { lines } = loadSummary(await load(STEPS.slice(0, 1), reach(server), { language: 'en' }));
    expect(lines.at(-1)).toContain('another language');
  });

  it('names an input that the server does not take like a refusal', async () => {
    const errors = [{ message: 'name: unknown', extensions: { code: 'BAD_USER_INPUT', path: ['input', 'name'] } }];
    const server = await running({ addTerritory: { errors } });
    const { lines } = loadSummary(await load(STEPS.slice(0, 1), reach(server), { language: 'en' }));
    expect(lines[0]).toBe('✗ a place: BAD_USER_INPUT at input.name: name: unknown');
  });

  it('asks again when the server is overloaded', async () => {
    const answers: Record<string, object> = {
      addTerritory: { errors: [{ message: 'later', extensions: { code: 'OVERLOADED' } }] },
    };
    const server = await running(answers);
    const loading = load(STEPS.slice(0, 1), reach(server), { language: 'en' });
    while (server.received.length < 2) await new Promise((soon) => setTimeout(soon, 10));
    Reflect.deleteProperty(answers, 'addTerritory');
    expect(await loading).toMatchObject({ added: 1, failed: [] });
  });

  it('ends at once, with what to do, when no server answers', async () => {
    const server = await running();
    await server.stop();
    const loading = load(STEPS, reach(server), { language: 'en' });
    await expect(loading).rejects.toBeInstanceOf(CannotGoOn);
    await expect(loading).rejects.toThrow(/npm start.*npm start/);
  });

  const errors = [{ message: 'no valid token', extensions: { code: 'UNAUTHENTICATED' } }];

  it('ends with what to do when another token is not accepted either', async () => {
    const server = await running({ addTerritory: { errors } });
    await expect(load(STEPS, reach(server), { language: 'en' })).rejects.toThrow(/--data-dir/);
    expect(server.received).toHaveLength(2);
  });

  it('ends with the first refusal beside what it ends with: the one may come of the other', async () => {
    const refused = { __typename: 'Refused', code: 'CONFLICT', message: 'Somebody was faster.', path: [] };
    const server = await running({ addTerritory: { data: { outcome: refused } }, draftDirective: { errors } });
    const steps = STEPS.filter(({ name }) => name !== 'a body').map((one) => ({ ...one, input: {} }));
    await expect(load(steps, reach(server), { language: 'en' })).rejects.toThrow(
      /--data-dir.* ✗ a place: CONFLICT: Somebody was faster\./s,
    );
  });

  it('goes on with another token for who has another role than when theirs was made', async () => {
    const answers: Record<string, object> = { addTerritory: { errors } };
    const server = await running(answers);
    const forgotten: string[] = [];
    const forget = ({ id }: { readonly id: string }) => {
      forgotten.push(id);
      Reflect.deleteProperty(answers, 'addTerritory');
    };
    const tokens = { of: () => Promise.resolve('sfp_shown'), forget };
    const report = await load(STEPS, new HttpServer({ url: server.url, tokens, language: 'en' }), { language: 'en' });
    expect(report).toMatchObject({ added: 3, failed: [] });
    expect(forgotten).toEqual([STEPS[0]?.as.id]);
  });
});

const said = (name: string) => ({
  commandId: commandIdOf({ name }),
  occurredAt: '2025-03-24T01:00:00.000Z',
  source: 'cli',
});
