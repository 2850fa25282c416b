import { PostgresEventStore } from '#platform/postgres';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { aFact, anAppend, anOccasion } from '../../libs/platform/event-store/event-store.contract.js';
import { storyDatabase, TEST_FROM, type FreshDatabase } from '../../test/support/fresh-database.js';
import { startNode } from '../../test/support/node-process.js';

// Programs start here, on machines that may be busy.
jest.setTimeout(180_000);

describe('sifang views', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await storyDatabase();
  });
  afterAll(() => database.drop());

  /** What a run of `sifang views` printed, and its exit code. */
  const views = async (...args: readonly string[]) => {
    const environment = { DATABASE_URL: database.applicationUrl, LOG_LEVEL: 'warn' };
    const { lines, ended } = startNode('apps/cli/sifang.ts', ['--json', 'views', ...args], {
      env: { ...process.env, ...environment },
    });
    const code = await ended;
    return { code, text: lines.join('\n') };
  };
  const rows = (text: string) => JSON.parse(text) as readonly Record<string, unknown>[];

  it('rebuilds, goes back and forth, and discards, with no server there', async () => {
    // Twice: the first time the view has no table yet.
    expect(await views('rebuild', 'finding_card')).toMatchObject({ code: 0 });
    const rebuilt = await views('rebuild', 'finding_card');
    expect(rebuilt).toMatchObject({ code: 0 });
    expect(rows(rebuilt.text)).toMatchObject([{ view: 'finding_card', build: 1, state: 'serving' }]);

    expect(await views('rebuild', 'finding_card')).toMatchObject({
      code: 1,
      text: expect.stringContaining('sifang views discard finding_card'),
    });
    expect(rows((await views('rollback', 'finding_card')).text)).toMatchObject([{ build: 0, state: 'serving' }]);
    const status = rows((await views('status')).text);
    expect(status.filter(({ view }) => view === 'finding_card')).toMatchObject([
      { build: 0, state: 'serving', position: 'start', eventsBehind: 0, secondsBehind: 0, parked: 0 },
      { build: 1, state: 'former' },
    ]);
    expect(rows((await views('discard', 'finding_card')).text)).toMatchObject([{ builds: 1 }]);
  });

  it('says how far behind a view is by the clock of the log, whatever year that shows', async () => {
    await views('rebuild', 'finding_card');
    const events = new PostgresEventStore(database.applicationUrl);
    await events.append(anAppend({ events: [aFact()], occasion: anOccasion({ occurredAt: TEST_FROM }) }));
    await events.close();
    const [card] = rows((await views('status')).text).filter(
      ({ view, state }) => view === 'finding_card' && state === 'serving',
    );
    expect(card).toMatchObject({ eventsBehind: 1 });
    expect(card?.['secondsBehind']).toBeLessThan(600);
  });

  it('says what there is to go back to, and which views there are', async () => {
    expect(await views('rollback', 'gap')).toMatchObject({ code: 1, text: expect.stringContaining('no former build') });
    expect(await views('rebuild', 'emperor')).toMatchObject({ code: 2, text: expect.stringContaining('finding_card') });
  });
});
