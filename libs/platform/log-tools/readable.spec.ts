import { describe, expect, it } from '@jest/globals';
import { recordsOf } from '../../../test/support/log-records.js';
import type { LogSource } from './log-record.js';
import { verifyLog } from './log-verify.js';

const RECORDS = recordsOf(Array.from({ length: 700 }, (_, n) => [`thing-${String(n)}`, 2] as const));

/** A log of which some positions cannot be read, as when pages of a disk are broken; `gone` says that nothing answers. */
const damaged = (broken: readonly bigint[], gone = false): LogSource => ({
  identity: () => Promise.resolve('log'),
  testClock: () => Promise.resolve(undefined),
  head: () =>
    gone ? Promise.reject(new Error('no connection')) : Promise.resolve(RECORDS.at(-1)?.position ?? 'start'),
  records: (after, limit) => {
    const from = after === 'start' ? 0 : Number(after) + 1;
    const page = RECORDS.slice(from, from + limit);
    return page.some(({ position }) => broken.includes(position))
      ? Promise.reject(new Error('invalid page in block 7'))
      : Promise.resolve(page);
  },
  close: () => Promise.resolve(),
});

const RULES = { isDense: true };

describe('the check of a log with a broken page', () => {
  it.each([0n, 1n, 499n, 500n, 777n, 1399n])('names the position: %s', async (position) => {
    expect(await verifyLog(damaged([position, 1399n]), RULES)).toMatchObject({
      position,
      reason: expect.stringMatching(/damaged.*\p{Script=Han}/u),
    });
  });

  it('names what was found before it, too', async () => {
    const whole = damaged([777n]);
    const records: LogSource['records'] = async (after, limit) =>
      (await whole.records(after, limit)).map((one) => (one.position === 3n ? { ...one, revision: 9n } : one));
    const answer = await verifyLog({ ...whole, records }, RULES);
    expect(answer).toMatchObject({
      position: 3n,
      others: [{ position: 777n, reason: expect.stringMatching(/damaged/) }],
    });
  });

  it('finds nothing where nothing is broken, and blames no record for a server that is gone', async () => {
    expect(await verifyLog(damaged([]), RULES)).not.toHaveProperty('reason');
    await expect(verifyLog(damaged([3n], true), RULES)).rejects.toThrow('no connection');
  });
});
