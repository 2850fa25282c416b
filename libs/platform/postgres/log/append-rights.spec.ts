import { prepare, type Prepared } from '#platform/event-store';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/support/fresh-database.js';
import { aFact, anAppend } from '../../event-store/event-store.contract.js';
import { openClient } from '../connect/with-client.js';
import { answersTogether, appendEach, appendTogether } from './append-batch.js';
import { int4Array } from './binary-arrays.js';

const DENIED = '42501';

describe("what the application's role may do to the log", () => {
  let database: FreshDatabase;
  let application: Client;
  beforeAll(async () => {
    database = await freshDatabase();
    application = await openClient(database.applicationUrl);
    await application.query(appendEach([prepare(anAppend())]));
  });
  afterAll(async () => {
    await application.end();
    await database.drop();
  });
  const held = async () =>
    (await application.query<Record<string, unknown>>('SELECT * FROM log.event ORDER BY position')).rows;

  it('is to append by the function, and to read', async () => {
    expect(await held()).toHaveLength(1);
    expect((await application.query('SELECT id FROM log.identity')).rows).toHaveLength(1);
  });

  it.each([
    ['insert', 'INSERT INTO log.event SELECT * FROM log.event'],
    ['update', `UPDATE log.event SET type = 'Other'`],
    ['delete', 'DELETE FROM log.event'],
    ['empty', 'TRUNCATE log.event'],
    ['lock', 'DO $$ BEGIN LOCK TABLE log.event IN EXCLUSIVE MODE; END $$'],
    ['alter', 'ALTER TABLE log.event ADD COLUMN more text'],
    ['drop', 'DROP TABLE log.event'],
    ['disable triggers on', 'ALTER TABLE log.event DISABLE TRIGGER ALL'],
    ['add a rule to', 'CREATE RULE r AS ON INSERT TO log.event DO INSTEAD NOTHING'],
    [
      'add a trigger to',
      'CREATE TRIGGER t BEFORE INSERT ON log.event EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    ],
    ['copy into', 'COPY log.event FROM STDIN'],
    ['merge into', 'MERGE INTO log.event e USING (SELECT 0) s ON true WHEN MATCHED THEN DELETE'],
    ['rename the identity of', `UPDATE log.identity SET id = gen_random_uuid()`],
    ['hide behind a table', 'CREATE TABLE log.other (n int)'],
    ['switch off replication checks for', `SET session_replication_role = replica`],
    ['use the guard of', `SELECT log.refuse_entry('thing-1', 0)`],
  ])('is not to %s it', async (_, sql) => {
    const before = await held();
    await expect(application.query(sql)).rejects.toMatchObject({ code: DENIED });
    expect(await held()).toEqual(before);
  });

  it('is not to become the owner, nor to replace the function', async () => {
    const { rows } = await application.query<{ owner: string; function: string }>(
      `SELECT tableowner AS owner, pg_get_functiondef('log.append_events'::regproc) AS function
       FROM pg_tables WHERE schemaname = 'log' AND tablename = 'event'`,
    );
    const owner = rows[0]?.owner ?? '';
    expect(owner).not.toBe(application.user);
    await expect(application.query(`SET ROLE ${owner}`)).rejects.toMatchObject({ code: DENIED });
    await expect(application.query(rows[0]?.function ?? '')).rejects.toMatchObject({ code: DENIED });
  });

  it('is not to append on an old snapshot', async () => {
    await application.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    const [append, before] = [prepare(anAppend()), await held()];
    const { rows } = await application.query<unknown[]>(appendTogether([append]));
    expect(answersTogether([append], rows)).toBeUndefined();
    expect(await held()).toEqual(before);
    await expect(application.query(appendEach([append]))).rejects.toMatchObject({ code: '25000' });
    await application.query('ROLLBACK');
  });

  const forged = (change: (event: Prepared['events'][number]) => Partial<Prepared['events'][number]>): Prepared => {
    const prepared = prepare(anAppend({ events: [aFact({ n: 1 })] }));
    return { ...prepared, events: prepared.events.map((event) => ({ ...event, ...change(event) })) };
  };
  const uuid = '00000000-0000-4000-8000-000000000000';

  it.each([
    ['stream', forged(({ after }) => ({ after: after.replace('"stream":"thing', '"stream":"other') }))],
    [
      'place in its stream',
      forged(({ after }) => ({ after: after.replace('"streamVersion":1', '"streamVersion":2') })),
    ],
    ['type', forged(() => ({ type: 'OtherHappened' }))],
    ['id', forged(() => ({ eventId: uuid }))],
    ['payload', forged(() => ({ payload: Buffer.from('{"n":2}') }))],
    ['time', forged(({ before }) => ({ before: before.replace('"recordedAt"', '"seenAt"') }))],
    ['form', forged(({ after }) => ({ after: after.replace(/}$/, '') }))],
    ['text', forged(() => ({ payload: Buffer.from([0x22, 0xff, 0x22]) }))],
  ])('is not to store an entry with another %s than its columns', async (_, prepared) => {
    const before = await held();
    const neighbour = prepare(anAppend());
    for (const query of [appendEach([neighbour, prepared]), appendTogether([neighbour, prepared])]) {
      await expect(application.query(query)).rejects.toMatchObject({ code: expect.stringMatching(/^(22|23)/) });
    }
    expect(await held()).toEqual(before);
  });

  it.each([
    ['without its first event', [1, 1], [1, 2]],
    ['with a gap', [1, 1], [0, 2]],
    ['whose place another one takes', [1, 2], [0, 1]],
  ])('is not to store an append %s', async (_, owners, indexes) => {
    const before = await held();
    const prepared = prepare(anAppend({ events: [aFact({ n: 1 }), aFact({ n: 2 })] }));
    const { values, ...query } = appendTogether([prepared]);
    const wrong = values.with(4, int4Array(owners)).with(5, int4Array(indexes));
    await expect(application.query({ ...query, values: wrong })).rejects.toMatchObject({
      code: expect.stringMatching(/^23/),
    });
    expect(await held()).toEqual(before);
  });
});
