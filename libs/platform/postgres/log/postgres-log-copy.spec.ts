import { copyLog } from '#platform/log-tools';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFact, anAppend, anOccasion } from '../../event-store/event-store.contract.js';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { query } from '../../../../test/support/query.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { PostgresLogSource } from './postgres-log-source.js';
import { PostgresLogTarget } from './postgres-log-target.js';

const AWKWARD = 'a\tb\nc\rd\\e\\N "quoted" \u0001 督导 😀';

describe('a log in PostgreSQL', () => {
  let source: FreshDatabase;
  let target: FreshDatabase;
  const closing: (() => Promise<void>)[] = [];
  const using = <T extends { close(): Promise<void> }>(log: T): T => {
    closing.push(() => log.close());
    return log;
  };
  beforeAll(async () => {
    [source, target] = await Promise.all([freshDatabase(), freshDatabase()]);
  });
  afterAll(async () => {
    await Promise.all(closing.map((close) => close()));
    await Promise.all([source.drop(), target.drop()]);
  });
  const copy = (from: PostgresLogSource, to: PostgresLogTarget) =>
    copyLog({ from, to, rules: { isDense: true }, limit: 3 });

  const asked = anAppend({ events: [aFact({ text: AWKWARD }), aFact({}, 'ThingEnded')] });

  it('is copied byte for byte, and a command tried again on the copy answers as the first time', async () => {
    const events = using(new PostgresEventStore(source.applicationUrl));
    const first = await events.append(asked);
    for (let n = 0; n < 7; n++) await events.append(anAppend());
    const from = using(new PostgresLogSource(source.applicationUrl));
    const to = using(new PostgresLogTarget(target.ownerUrl));
    await to.ready();

    const answer = await copy(from, to);
    expect(answer).toMatchObject({ outcome: 'copied', events: 9, added: 9 });
    if (answer.outcome === 'copied') expect(answer.copySha256).toBe(answer.entriesSha256);
    expect(await to.records('start', 99)).toEqual(await from.records('start', 99));

    const copied = using(new PostgresEventStore(target.applicationUrl));
    expect(await copied.append(asked)).toEqual({ ...first, repeated: true });
    await expect(copied.append({ ...asked, commandHash: 'ff'.repeat(32) })).rejects.toThrow('used before');
    expect(await copied.readStream(asked.stream)).toEqual(await events.readStream(asked.stream));
  });

  it('takes what it holds already once only', async () => {
    const [from, to] = [
      using(new PostgresLogSource(source.applicationUrl)),
      using(new PostgresLogTarget(target.ownerUrl)),
    ];
    const records = await from.records('start', 99);
    await to.put(records.slice(7));
    expect(await to.records('start', 99)).toEqual(records);
  });

  it('refuses to go on when something else was appended meanwhile', async () => {
    const [from, to] = [
      using(new PostgresLogSource(source.applicationUrl)),
      using(new PostgresLogTarget(target.ownerUrl)),
    ];
    await using(new PostgresEventStore(source.applicationUrl)).append(anAppend());
    await to.head();
    await using(new PostgresEventStore(target.applicationUrl)).append(anAppend({ occasion: anOccasion() }));

    await expect(to.put(await from.records(8n, 1))).rejects.toThrow('something else was written');
    expect(await copy(from, to)).toMatchObject({ outcome: 'target differs', position: 9n });
    const [count] = await query(target.applicationUrl, 'SELECT count(*)::int AS events FROM log.event');
    expect(count).toEqual({ events: 10 });
  });

  it('tells whoever may not write to it', async () => {
    const to = using(new PostgresLogTarget(target.applicationUrl));
    await expect(to.ready()).rejects.toThrow('log in as the owner');
    await expect(to.put([])).rejects.toThrow('permission denied');
  });
});
