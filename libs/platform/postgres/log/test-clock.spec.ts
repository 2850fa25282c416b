import { ClockCannotBeSet } from '#platform/log-tools';
import { LogClock } from '#platform/decide';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { query } from '../../../../test/support/query.js';
import { aFact, anAppend, anOccasion, aStream } from '../../event-store/event-store.contract.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { PostgresLogTarget } from './postgres-log-target.js';

const FROM = '2022-03-01T00:00:00.000Z';
const opened: { close(): Promise<void> }[] = [];
const closedAfterwards = <T extends { close(): Promise<void> }>(one: T): T => {
  opened.push(one);
  return one;
};
const aDatabase = async (): Promise<FreshDatabase> => {
  const database = await freshDatabase();
  closedAfterwards({ close: () => database.drop() });
  return database;
};
const ownerOf = ({ ownerUrl }: FreshDatabase) => closedAfterwards(new PostgresLogTarget(ownerUrl));
const storeOn = ({ applicationUrl }: FreshDatabase) => closedAfterwards(new PostgresEventStore(applicationUrl));
const at = (occurredAt: string) => ({ occasion: anOccasion({ occurredAt }) });
const recorded = async (store: PostgresEventStore) =>
  (await store.readAll({ after: 'start', limit: 100 })).map(({ recordedAt }) => recordedAt);

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

describe('the clock of a log for stories and trials', () => {
  it('begins where the owner says, goes on from there, and runs ahead to what is sent', async () => {
    const database = await aDatabase();
    await ownerOf(database).startTestClock(FROM);
    const store = storeOn(database);
    const stream = aStream();
    await store.append(anAppend(at('2000-01-01T00:00:00.000Z')));
    await store.append(anAppend({ stream, ...at('2022-03-17T09:00:00.000Z'), events: [aFact(), aFact()] }));
    await store.append(anAppend(at('2022-03-16T09:00:00.000Z')));

    const [first = '', ...rest] = await recorded(store);
    expect(first.slice(0, 16)).toBe('2022-03-01T00:00');
    expect(rest.slice(0, 2)).toEqual(['2022-03-17T09:00:00.000Z', '2022-03-17T09:00:00.000Z']);
    expect(rest[2]?.slice(0, 16)).toBe('2022-03-17T09:00');
    expect(await store.positionAt('2022-03-02T00:00:00.000Z')).toBe(0n);
    expect(await store.testClock()).toMatchObject({ from: FROM });
  });

  it('gives each act of a batch its own time', async () => {
    const database = await aDatabase();
    await ownerOf(database).startTestClock(FROM);
    const store = storeOn(database);
    const days = Array.from({ length: 20 }, (_, day) => `2022-03-${String(day + 10)}T09:00:00.000Z`);
    await Promise.all(days.map((day) => store.append(anAppend(at(day)))));

    expect(await recorded(store)).toEqual(days);
  });

  it('never runs beyond the present', async () => {
    const database = await aDatabase();
    await ownerOf(database).startTestClock(FROM);
    const store = storeOn(database);
    await store.append(anAppend(at('2999-01-01T00:00:00.000Z')));

    expect((await recorded(store))[0]?.slice(0, 10)).toBe('2022-03-01');
  });

  it('cannot be set any more when the log holds an event, and the log then is what it is for good', async () => {
    const database = await aDatabase();
    const [store, owner] = [storeOn(database), ownerOf(database)];
    await store.append(anAppend());

    await expect(owner.startTestClock(FROM)).rejects.toThrow(ClockCannotBeSet);
    expect(await store.testClock()).toBeUndefined();
    expect((await recorded(store))[0]?.slice(0, 10)).toBe(new Date().toISOString().slice(0, 10));
  });

  it.each(['2999-01-01T00:00:00.000Z', '1949-09-30T15:59:59.999Z'])('cannot begin at %s', async (from) => {
    await expect(ownerOf(await aDatabase()).startTestClock(from)).rejects.toThrow(ClockCannotBeSet);
  });

  it.each([
    `SELECT log.start_test_clock('${FROM}')`,
    `INSERT INTO log.test_clock (began_at, shows, at) VALUES ('${FROM}', '${FROM}', now())`,
    'DELETE FROM log.test_clock',
    `UPDATE log.test_clock SET shows = '${FROM}'`,
  ])("is not the application's to set: %s", async (sql) => {
    const database = await aDatabase();
    await expect(query(database.applicationUrl, sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('is the same for every process, wherever it was run ahead', async () => {
    const database = await aDatabase();
    const [store, other] = [storeOn(database), storeOn(database)];
    const clocks = [new LogClock(store), new LogClock(other)];
    const year = async (clock: LogClock) => (await clock.fresh()).getUTCFullYear();
    // Looked at while it was empty: it may be given a clock yet.
    expect(await Promise.all(clocks.map(year))).toEqual([new Date().getFullYear(), new Date().getFullYear()]);

    await ownerOf(database).startTestClock(FROM);
    expect(await Promise.all(clocks.map(year))).toEqual([2022, 2022]);
    await store.append(anAppend(at('2023-05-01T00:00:00.000Z')));
    expect(await Promise.all(clocks.map(year))).toEqual([2023, 2023]);
  });
});
