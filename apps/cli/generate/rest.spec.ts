import { eventId } from '#platform/event-store';
import { story, type Act, type Order } from '#sample-world';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { AnotherStory } from './maker.js';
import { rest } from './rest.js';

const ORDER: Order = { seed: 'spec', events: 3_000 };

const collected = async (portions: AsyncIterable<readonly Act[]>): Promise<readonly Act[]> => {
  const all: Act[] = [];
  for await (const acts of portions) all.push(...acts);
  return all;
};
const counted = (acts: readonly Act[]) => acts.reduce((sum, { events }) => sum + events.length, 0);

describe('a story that is taken up again', () => {
  let acts: readonly Act[];
  beforeAll(async () => {
    acts = await collected(story(ORDER));
  });

  it('goes on behind what a log holds of it, and not behind anything else', async () => {
    const held = counted(acts.slice(0, 700));
    const last = acts[699];
    const lastEventId = last && eventId(last.occasion, last.events.length - 1);
    const left = await collected(rest(story(ORDER), { held, ...(lastEventId && { lastEventId }) }));
    expect(left).toEqual(acts.slice(700));
    const wrong = (order: Order, begun: number) =>
      collected(rest(story(order), { held: begun, ...(lastEventId && { lastEventId }) }));
    await expect(wrong({ ...ORDER, seed: 'other' }, held)).rejects.toThrow(AnotherStory);
    await expect(wrong({ ...ORDER, events: 2_000 }, held)).rejects.toThrow(AnotherStory);
    await expect(wrong(ORDER, ORDER.events + 1)).rejects.toThrow(AnotherStory);
  });
});
