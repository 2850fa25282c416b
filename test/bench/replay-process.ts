// Goes through the whole log in one of four ways and prints how long that took, as one line of JSON.
import { once } from 'node:events';
import type { After, UnreadEvent } from '#platform/event-store';
import { openPool, PostgresEventStore } from '#platform/postgres';
import { to as copyTo } from 'pg-copy-streams';
import { Batch } from '../../libs/platform/follow/fold/fold-batch.js';
import { ReadAhead } from '../../libs/platform/follow/loop/read-ahead.js';

const BATCH = 2_000;

type Each = (event: UnreadEvent) => unknown;

/**
 * What a follower does before any view is asked: fetches each event and sorts them by kind. It parses and checks those that a view
 * asks for, and that is what `each` does to all of them or to none.
 */
const follow = async (url: string, each?: Each): Promise<number> => {
  const store = new PostgresEventStore(url);
  const ahead = new ReadAhead(store, BATCH);
  let count = 0;
  let place: After = 'start';
  for (let isOver = false; !isOver;) {
    const { events, isEnd } = await ahead.after(place);
    count += new Batch(events).events.length;
    if (each) events.forEach(each);
    place = events.at(-1)?.position ?? place;
    isOver = isEnd;
  }
  await store.close();
  return count;
};

/** Reads the same columns as text and throws them away. */
const copy = async (url: string): Promise<number> => {
  const pool = openPool({ url, name: 'copy', max: 1, statementTimeoutMs: 600_000 });
  const client = await pool.connect();
  const rows = client.query(copyTo('COPY (SELECT position, entry, data FROM log.event ORDER BY position) TO STDOUT'));
  rows.resume();
  await once(rows, 'end');
  // Its time limit would keep the process: only the callback ends it.
  const { rowCount, callback } = rows as unknown as { readonly rowCount: number; readonly callback?: () => void };
  callback?.();
  client.release();
  await pool.end();
  return rowCount;
};

/** How many events are parsed from memory, again and again: as much of the log as fits. */
const SAMPLE = 50_000;

const texts = async (url: string): Promise<readonly string[]> => {
  const pool = openPool({ url, name: 'texts', max: 1, statementTimeoutMs: 60_000 });
  const { rows } = await pool.query<{ entry: string; data: string }>(
    `SELECT convert_from(entry, 'UTF8') AS entry, data::text AS data FROM log.event
     WHERE position % greatest(1, (SELECT max(position) FROM log.event) / ${String(SAMPLE)}) = 0 LIMIT ${String(SAMPLE)}`,
  );
  await pool.end();
  return rows.flatMap(({ entry, data }) => [entry, data]);
};

const timed = async (work: () => number | Promise<number>) => {
  const started = performance.now();
  const before = process.cpuUsage();
  const events = await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - started) / 1_000;
  return { perSecond: events / seconds, cpuMicroseconds: (user + system) / events };
};

const parse = async (url: string) => {
  const known = await texts(url);
  return timed(() => {
    for (let round = 0; round < 10; round++) for (const text of known) JSON.parse(text);
    return (known.length / 2) * 10;
  });
};

const WAYS: Readonly<Record<string, (url: string) => ReturnType<typeof timed>>> = {
  follow: (url) => timed(() => follow(url)),
  read: (url) => timed(() => follow(url, (event) => event.read())),
  copy: (url) => timed(() => copy(url)),
  parse,
};

const main = async ([way = '', url = '']: readonly string[]): Promise<void> => {
  console.log(JSON.stringify(await WAYS[way]?.(url)));
};

void main(process.argv.slice(2));
