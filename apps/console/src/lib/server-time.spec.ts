import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { byLog, hearServerTime, minutesApart, now, serverNow } from './server-time';

const HERE = new Date('2026-11-29T10:00:00.000Z');
const hear = (headers: Readonly<Record<string, string>>) => hearServerTime({ headers: new Headers(headers) });

beforeEach(() => {
  jest.useFakeTimers({ now: HERE });
});
afterEach(() => {
  jest.useRealTimers();
});

it('tells ages by the log, and what is apart by the server', () => {
  hear({ date: 'Sun, 29 Nov 2026 10:05:00 GMT', 'sifang-time': '2025-04-09T01:30:00.000Z' });
  expect(now().toISOString()).toBe('2025-04-09T01:30:00.000Z');
  expect(serverNow().toISOString()).toBe('2026-11-29T10:05:00.000Z');
  expect(minutesApart()).toBe(5);
  jest.advanceTimersByTime(60_000);
  expect(now().toISOString()).toBe('2025-04-09T01:31:00.000Z');
});

it('goes by the server where it does not tell the time of the log, and stays as it is where nothing is told', () => {
  hear({ date: 'Sun, 29 Nov 2026 10:05:00 GMT' });
  expect(now().toISOString()).toBe('2026-11-29T10:05:00.000Z');
  hear({});
  expect(now().toISOString()).toBe('2026-11-29T10:05:00.000Z');
});

it('tells moments of this machine by the clock of the log where that is another', () => {
  hear({ date: 'Sun, 29 Nov 2026 10:05:00 GMT', 'sifang-time': '2026-11-29T10:05:00.900Z' });
  expect(byLog('2026-11-29T09:50:00.000Z')).toBe('2026-11-29T09:50:00.000Z');
  hear({ date: 'Sun, 29 Nov 2026 10:05:00 GMT', 'sifang-time': '2025-04-09T10:05:00.000Z' });
  expect(byLog('2026-11-29T09:50:00.000Z')).toBe('2025-04-09T09:50:00.000Z');
});
