import { type After } from '#platform/event-store';
import { openPool, PostgresEventStore, PostgresPolicyStore } from '#platform/postgres';
import { ANSWERED_POLICIES, FEWEST, FOUNDED, type Order } from '#sample-world';
import { Failed } from '../failed.js';
import { startTestClock } from '../log-test-clock.js';
import { showProgress } from '../progress.js';
import { withDatabase, type Workplace } from '../with-database.js';
import { POLICIES_OF_ALL } from '../../api/contexts.js';
import { openOwnKeys } from '../../api/keys/open-own-keys.js';
import { AnotherStory, Maker } from './maker.js';
import { OrderedWriter } from './ordered-writer.js';
import { PolicyMark } from './policy-mark.js';

/** What was done, as the command prints it. */
export interface Generated {
  readonly events: number;
  readonly written: number;
  readonly seconds: number;
  readonly eventsPerSecond: number;
}

const HELD = (after: After): number => (after === 'start' ? 0 : Number(after) + 1);

/** Writes the story of this order into the log, or the rest of it. Throws Failed when the log holds something else. */
export const generate = (order: Order): Promise<Generated> => {
  if (order.events < FEWEST) {
    return Promise.reject(
      new Failed(`fewer than ${String(FEWEST)} events tell no story 事件数不得少于 ${String(FEWEST)}`),
    );
  }
  return withDatabase(async (place) => {
    if (place.config.eventStoreUrl !== undefined) {
      throw new Failed(
        'only a log in PostgreSQL is filled: unset EVENT_STORE 仅可填充 PostgreSQL 日志，请取消 EVENT_STORE',
      );
    }
    if (place.config.keyStore !== undefined) {
      throw new Failed('its keys are made in DATA_DIR: unset KEY_STORE 密钥写入 DATA_DIR，请取消 KEY_STORE');
    }
    const events = new PostgresEventStore(place.applicationUrl);
    const pool = openPool({ url: place.applicationUrl, name: 'generate', max: 2 });
    const mark = await PolicyMark.take(new PostgresPolicyStore(pool, POLICIES_OF_ALL, events), ANSWERED_POLICIES);
    try {
      if (!mark) throw new Failed('a server runs on this database: stop it first 请先停止正在运行的服务');
      return await fill(order, place, { events, mark });
    } finally {
      await mark?.release();
      await Promise.all([events.close(), pool.end()]);
    }
  });
};

interface Log {
  readonly events: PostgresEventStore;
  readonly mark: PolicyMark;
}

/** Lets an empty log show the times of its story, where it is known who owns it. */
const beginStory = async ({ config: { databaseUrl, migrationUrl } }: Workplace): Promise<void> => {
  if (databaseUrl !== undefined && migrationUrl === undefined) return;
  await startTestClock(new Date(FOUNDED).toISOString(), undefined);
};

const fill = async (order: Order, place: Workplace, { events, mark }: Log): Promise<Generated> => {
  const { config } = place;
  const head = await events.head();
  const held = HELD(head);
  if (held === 0) await beginStory(place);
  const [last] = head === 'start' ? [] : await events.readAll({ after: head - 1n, limit: 1 });
  // The key store is made here, once: two threads of one process would race for its master key.
  await (await openOwnKeys({ ...config, applicationUrl: place.applicationUrl }, events)).close();
  const started = performance.now();
  const maker = new Maker({
    order,
    held,
    ...(last && { lastEventId: last.eventId }),
    place: { dataDir: config.dataDir, evidenceStore: config.evidenceStore },
  });
  const writer = new OrderedWriter(events);
  const bar = showProgress('Province 省', order.events);
  try {
    for await (const appends of maker.appends()) {
      for (const append of appends) await writer.write(append);
      bar.to(held + writer.written);
      await mark.move(writer.reached);
    }
    await writer.end();
    bar.to(held + writer.written);
    await mark.finish(await events.head());
  } catch (error) {
    throw error instanceof AnotherStory ? notThis(order, held) : error;
  } finally {
    bar.end();
    await maker.end();
  }
  const seconds = (performance.now() - started) / 1_000;
  const { written } = writer;
  return {
    events: held + written,
    written,
    seconds: Math.round(seconds),
    eventsPerSecond: Math.round(written / seconds),
  };
};

const notThis = ({ seed, events }: Order, held: number): Failed =>
  new Failed(
    `the log holds ${String(held)} events that are not the beginning of --events ${String(events)} --seed ${seed}: ` +
      'generate into an empty log, or go on with the order that was begun ' +
      '日志非空，且不是该参数生成的开头：请使用空日志，或按原参数继续',
  );
