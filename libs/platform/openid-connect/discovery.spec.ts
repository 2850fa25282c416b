import { beforeEach, describe, expect, it } from '@jest/globals';
import { Discovery } from './discovery.js';

const MINUTE = 60_000;

describe('what an issuer says about itself', () => {
  let now = 0;
  let asked = 0;
  let answers = true;
  let discovery: Discovery<string>;
  beforeEach(() => {
    [now, asked, answers] = [0, 0, true];
    discovery = new Discovery(
      () => {
        asked++;
        return answers ? Promise.resolve(`said ${String(asked)}`) : Promise.reject(new Error('down'));
      },
      () => new Date(now),
    );
  });

  it('is asked for when it is needed, once for all who wait, and again after an hour', async () => {
    expect(await Promise.all([discovery.said(), discovery.said()])).toEqual(['said 1', 'said 1']);
    now = 60 * MINUTE - 1;
    expect(await discovery.said()).toBe('said 1');
    now++;
    expect(await discovery.said()).toBe('said 2');
  });

  it('is asked for again after a failure, but not by everybody at once', async () => {
    answers = false;
    await expect(discovery.said()).rejects.toThrow('down');
    expect(discovery.isAnswering).toBe(false);
    await expect(discovery.said()).rejects.toThrow('down');
    expect(asked).toBe(1);
    [now, answers] = [5_000, true];
    expect(await discovery.said()).toBe('said 2');
    expect(discovery.isAnswering).toBe(true);
  });

  it('holds while the issuer does not answer', async () => {
    await discovery.said();
    [now, answers] = [60 * MINUTE, false];
    expect(await discovery.said()).toBe('said 1');
    expect(await discovery.said()).toBe('said 1');
    expect([asked, discovery.isAnswering]).toEqual([2, false]);
  });

  it('is looked for every minute, and at once after a failure', async () => {
    await discovery.look();
    now = MINUTE - 1;
    await discovery.look();
    expect(asked).toBe(1);
    now++;
    await discovery.look();
    expect(asked).toBe(2);
    discovery.failed(new Error('no token'));
    expect(discovery.isAnswering).toBe(false);
    await discovery.look();
    expect([asked, discovery.isAnswering]).toEqual([3, true]);
    answers = false;
    discovery.failed(new Error('no token'));
    await discovery.look();
    expect(discovery.isAnswering).toBe(false);
  });
});
