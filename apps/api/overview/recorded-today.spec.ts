import { MemoryEventStore } from '#platform/event-store';
import { expect, it } from '@jest/globals';
import { anAppend } from '../../../libs/platform/event-store/event-store.contract.js';
import { recordedToday } from './recorded-today.js';

it('counts what was recorded on one day in China, up to the moment looked at', async () => {
  let now = '';
  const events = new MemoryEventStore(() => new Date(now));
  expect(await recordedToday(events, '2022-03-17T12:00:00.000Z')).toBe(0);
  // Midnight in China is at 16:00 UTC.
  for (now of [
    '2022-03-17T15:59:59.999Z',
    '2022-03-17T16:00:00.000Z',
    '2022-03-18T01:00:00.000Z',
    '2022-03-18T15:59:59.999Z',
  ]) {
    await events.append(anAppend());
  }
  const counts = [
    '2022-03-17T15:59:59.999Z',
    '2022-03-18T00:00:00.000Z',
    '2022-03-18T15:59:59.999Z',
    '2022-03-18T16:00:00.000Z',
  ];
  expect(await Promise.all(counts.map((at) => recordedToday(events, at)))).toEqual([1, 1, 3, 0]);
});
