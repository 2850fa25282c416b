import { expect, it } from '@jest/globals';
import { anAppend, eventStoreContract, everything } from './event-store.contract.js';
import { MemoryEventStore } from './memory-event-store.js';

eventStoreContract('MemoryEventStore', () => Promise.resolve(new MemoryEventStore()));

it('records no event before the one in front of it, when its clock is set back', async () => {
  const clock = ['2022-03-31T09:00:05.000Z', '2022-03-31T09:00:01.000Z', '2022-03-31T09:00:06.000Z'].values();
  const store = new MemoryEventStore(() => new Date(clock.next().value ?? ''));
  for (let n = 0; n < 3; n++) await store.append(anAppend());
  const seconds = (await everything(store)).map(({ recordedAt }) => recordedAt.slice(17, 19));
  expect(seconds).toEqual(['05', '05', '06']);
});

it('is another log each time it is made', async () => {
  expect(await new MemoryEventStore().identity()).not.toBe(await new MemoryEventStore().identity());
});
