import type { After, EventStore, StoredEvent } from '#platform/event-store';
import type { Views } from '#platform/views';
import { named, type Id } from '#kernel';

const unasked = () => Promise.reject(new Error('not asked for in these specs'));

/** Views that know what a few things are called, and count how often they are asked. */
export class FakeViews implements Views {
  labelled: (readonly Id[])[] = [];
  hidden = new Set<string>();
  waitedFor: bigint[] = [];

  get = unasked;
  many = unasked;
  page = unasked;
  count = unasked;
  tally = unasked;
  instant = unasked;
  discloses = unasked;

  labels: Views['labels'] = (ids) => {
    this.labelled.push(ids);
    return Promise.resolve(
      new Map(ids.map((id) => [id, { en: `name of ${id.slice(0, 12)}`, zh: `${id.slice(0, 12)}的名称` }])),
    );
  };

  labelsThen: Views['labelsThen'] = (asked) =>
    Promise.resolve(asked.map(({ id, position }) => named(`name of ${id.slice(0, 12)} at ${String(position)}`)));

  visible: Views['visible'] = (ids, { waitFor }) => {
    if (waitFor !== undefined) this.waitedFor.push(waitFor);
    return Promise.resolve(new Set(ids.filter((id) => !this.hidden.has(id))));
  };
}

/** A log that only grows in memory: what the feed needs of one. */
export class FakeLog implements Pick<EventStore, 'head' | 'readAll' | 'grown'> {
  readonly events: StoredEvent[] = [];
  reads = 0;
  private wake: (() => void)[] = [];

  add(stream: Id, type = 'ThingMade'): void {
    const position = BigInt(this.events.length);
    this.events.push({
      stream,
      type,
      position,
      revision: 0n,
      recordedAt: '2022-03-31T09:00:00.000Z',
      occurredAt: '2022-03-31T09:00:00.000Z',
      eventId: `event-${String(position)}`,
      actorId: 'person-1',
      commandId: 'c',
      correlationId: 'c',
      source: 'web',
      schemaVersion: 1,
      data: {},
      entry: Buffer.alloc(0),
    });
    for (const wake of this.wake.splice(0)) wake();
  }

  head = (): Promise<After> => Promise.resolve(this.events.at(-1)?.position ?? 'start');

  readAll: EventStore['readAll'] = ({ after, limit }) => {
    this.reads++;
    const from = after === 'start' ? 0 : Number(after) + 1;
    return Promise.resolve(this.events.slice(from, from + limit));
  };

  grown = (after: After, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const woken = () => {
        signal.removeEventListener('abort', woken);
        resolve();
      };
      if (signal.aborted || (this.events.at(-1)?.position ?? 'start') !== after) resolve();
      signal.addEventListener('abort', woken);
      this.wake.push(woken);
    });
}
