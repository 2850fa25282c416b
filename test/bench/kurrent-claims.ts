import { EventStoreDBClient, streamNameFilter } from '@eventstore/db-client';
import { OPTIONS } from './kurrent-bare.js';

const PAGE = 2_000;

/** Events a second of one reading of the log. */
const rate = async (read: () => Promise<number>): Promise<number> => {
  const began = performance.now();
  const events = await read();
  return (1_000 * events) / (performance.now() - began);
};

/** Page by page, claims and the system's records along with it, as the adapter reads. */
export const pages = (url: string): Promise<number> =>
  rate(async () => {
    const client = EventStoreDBClient.connectionString(url);
    let events = 0;
    let from: 'start' | { commit: bigint; prepare: bigint } = 'start';
    for (let isOver = false; !isOver;) {
      let count = 0;
      for await (const { event } of client.readAll({ ...OPTIONS, fromPosition: from, maxCount: PAGE })) {
        count += 1;
        if (!event) continue;
        if (!/^[$_]/.test(event.streamId)) events += 1;
        from = event.position;
      }
      isOver = count < PAGE;
    }
    await client.dispose();
    return events;
  });

/** One catch-up subscription whose server leaves out what is not for readers, until it has caught up. */
export const filtered = (url: string): Promise<number> =>
  rate(async () => {
    const client = EventStoreDBClient.connectionString(url);
    const filter = streamNameFilter({ regex: '^[^$_]', maxSearchWindow: 1_000, checkpointInterval: 1 });
    const subscription = client.subscribeToAll({ ...OPTIONS, fromPosition: 'start', filter });
    let events = 0;
    await new Promise<void>((resolve) => {
      subscription.on('data', () => (events += 1));
      subscription.on('caughtUp', resolve);
    });
    await subscription.unsubscribe();
    await client.dispose();
    return events;
  });
