import type { StoredEvent } from '#platform/event-store';
import { describe, expect, it } from '@jest/globals';
import { LogFounding } from './log-founding.js';

const event = (n: number, type: string, stream: string) =>
  ({ position: BigInt(n), type, stream, actorId: 'person-90' }) as unknown as StoredEvent;

describe('the founding that a log shows', () => {
  const events = Array.from({ length: 1200 }, (_, n) => event(n, 'PersonRegistered', `person-${String(n + 100)}`));
  const read: number[] = [];
  const log = {
    readAll: ({ after, limit }: { after: 'start' | bigint; limit: number }) => {
      const from = after === 'start' ? 0 : Number(after) + 1;
      const page = events.slice(from, from + limit);
      read.push(page.length);
      return Promise.resolve(page);
    },
  };

  it('is looked for through the whole log, once', async () => {
    const founding = new LogFounding(log);
    expect(await founding.isOver()).toBe(false);
    expect(await founding.isOver()).toBe(false);
    expect(read).toEqual([500, 500, 200, 0]);
    events.push(event(1200, 'PostHeld', 'person-90'));
    expect(await founding.isOver()).toBe(true);
    read.length = 0;
    expect(await founding.isOver()).toBe(true);
    expect(read).toEqual([]);
  });
});
