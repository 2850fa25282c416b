import { describe, expect, it } from '@jest/globals';
import { RecordingClock } from './recording-clock.js';

const at = (ms: number) => new Date(ms).toISOString();

describe('the time of recording', () => {
  it('is the same for all who are under way at once, and moves on when they are through', async () => {
    let now = 1_000;
    const clock = new RecordingClock(() => new Date(now));
    let finish: () => void = () => undefined;
    const slow = clock.stamp((time) => new Promise<string>((resolve) => (finish = () => resolve(time))));
    now = 1_010;
    expect(await clock.stamp((time) => Promise.resolve(time))).toBe(at(1_000));
    now = 1_100;
    const next = clock.stamp((time) => Promise.resolve(time));
    finish();
    expect(await slow).toBe(at(1_000));
    expect(await next).toBe(at(1_100));
  });

  it('stands still while one hangs, and lets the others pass', async () => {
    let now = 1_000;
    const clock = new RecordingClock(() => new Date(now));
    void clock.stamp(() => new Promise(() => undefined));
    now = 9_000;
    expect(await clock.stamp((time) => Promise.resolve(time))).toBe(at(1_000));
  });

  it('never steps back, also not behind what was read', async () => {
    let now = 5_000;
    const clock = new RecordingClock(() => new Date(now));
    await clock.stamp(() => Promise.resolve());
    now = 1_000;
    expect(await clock.stamp((time) => Promise.resolve(time))).toBe(at(5_000));
    clock.observe(at(7_000));
    expect(await clock.stamp((time) => Promise.resolve(time))).toBe(at(7_000));
  });
});
