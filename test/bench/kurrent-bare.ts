import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';

/** As the adapter's calls go: without TLS there is nobody to be, and the client leaves it out. */
export const OPTIONS = { credentials: { username: 'nobody', password: 'nobody' }, requiresLeader: true };

/** How long each of so many single appends of the bare client takes, one after the other, in milliseconds. */
export const bareAppends = async (url: string, count: number): Promise<readonly number[]> => {
  const client = EventStoreDBClient.connectionString(url);
  const took: number[] = [];
  for (let n = 0; n < count; n++) {
    const began = performance.now();
    await client.appendToStream(randomUUID(), [jsonEvent({ type: 'Happened', data: { n } })], {
      ...OPTIONS,
      expectedRevision: NO_STREAM,
    });
    took.push(performance.now() - began);
  }
  await client.dispose();
  return took;
};
