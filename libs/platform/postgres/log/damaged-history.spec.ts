import type { Id } from '#kernel';
import { DamagedHistory } from '#platform/event-store';
import { verifyLog } from '#platform/log-tools';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aFact, anAppend, aStream } from '../../event-store/event-store.contract.js';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { query } from '../../../../test/support/query.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { PostgresLogSource } from './postgres-log-source.js';

const HAN = /\p{Script=Han}/u;

describe('a history whose rows a superuser took away or changed', () => {
  let database: FreshDatabase;
  let store: PostgresEventStore;
  let stream: Id;
  let bystander: Id;
  beforeEach(async () => {
    database = await freshDatabase();
    store = new PostgresEventStore(database.applicationUrl);
    [stream, bystander] = [aStream(), aStream()];
    for (let n = 0; n < 4; n++) await store.append(anAppend({ stream, expected: BigInt(n), events: [aFact({ n })] }));
    await store.append(anAppend({ stream: bystander }));
  });
  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  const DAMAGES: readonly [string, string, bigint][] = [
    ['the first is missing', 'DELETE FROM log.event WHERE position = 0', 1n],
    ['one in the middle is missing', 'DELETE FROM log.event WHERE position = 2', 3n],
    [
      'one belongs elsewhere',
      `UPDATE log.event SET entry = (SELECT entry FROM log.event WHERE position = 4) WHERE position = 1`,
      1n,
    ],
  ];

  it.each(DAMAGES)('is damage, and never shorter: %s', async (_, statement, position) => {
    await query(database.superuserUrl, statement);
    const wholly = store.readStream(stream);
    await expect(wholly).rejects.toBeInstanceOf(DamagedHistory);
    await expect(wholly).rejects.toMatchObject({ damage: { stream, position, reason: expect.stringMatching(HAN) } });
    expect(store.damages()).toMatchObject([{ stream, position }]);
    expect(await store.readStream(bystander)).toHaveLength(1);
    expect(await store.append(anAppend())).toMatchObject({ revision: 0n });
  });

  it('is named by the check of the log, each with its position', async () => {
    await query(database.superuserUrl, 'DELETE FROM log.event WHERE position IN (0, 2)');
    const log = new PostgresLogSource(database.applicationUrl);
    const answer = await verifyLog(log, { isDense: true }).finally(() => log.close());
    const hole = (revision: number) => expect.stringContaining(`${stream} has revision ${String(revision)} here`);
    expect(answer).toEqual({
      ...{ position: 1n, reason: hole(1) },
      others: [{ position: 3n, reason: hole(3) }],
    });
  });

  it('is whole again when the rows are back', async () => {
    await query(database.superuserUrl, 'CREATE TABLE kept AS SELECT * FROM log.event WHERE position = 0');
    await query(database.superuserUrl, 'DELETE FROM log.event WHERE position = 0');
    await expect(store.readStream(stream)).rejects.toBeInstanceOf(DamagedHistory);
    await query(database.superuserUrl, 'INSERT INTO log.event SELECT * FROM kept');
    expect(await store.readStream(stream)).toHaveLength(4);
    expect(store.damages()).toEqual([]);
  });
});
