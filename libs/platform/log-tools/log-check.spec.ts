import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { recordsOf } from '../../../test/support/log-records.js';
import { LogCheck, type Flaw } from './log-check.js';
import type { LogRecord } from './log-record.js';
import { SeenKeys } from './seen-keys.js';

const flawIn = (records: readonly LogRecord[], isDense = true): Flaw | undefined => {
  const check = new LogCheck({ isDense });
  for (const record of records) {
    const flaw = check.add(record);
    if (flaw) return flaw;
  }
  return undefined;
};

const whole = recordsOf([
  ['thing-a', 2],
  ['thing-b', 1],
  ['thing-a', 1],
]);

const changed = (index: number, change: (record: LogRecord) => Partial<LogRecord>): readonly LogRecord[] =>
  whole.map((record, at) => (at === index ? { ...record, ...change(record) } : record));
const reworded = (entry: string, name: string, value: string) =>
  entry.replace(new RegExp(`("${name}":)("[^"]*"|\\d+)`), `$1${value}`);

describe('the check of a log', () => {
  it('finds nothing wrong with a whole one, empty or not', () => {
    expect(flawIn(whole)).toBeUndefined();
    expect(flawIn([])).toBeUndefined();
  });

  it.each<readonly [string, readonly LogRecord[], bigint, RegExp]>([
    ['an event left out', whole.filter((_, at) => at !== 2), 3n, /gap/],
    ['the first one left out', whole.slice(1), 1n, /gap/],
    ['an event twice', [whole[0], whole[0]].flatMap((one) => one ?? []), 0n, /gap or twice/],
    ['a revision left out', changed(3, () => ({ revision: 3n })), 3n, /has revision 3 here, not 2/],
    [
      'a time before the last one',
      changed(2, () => ({ recordedAt: '2001-01-01T00:00:00.000Z' })),
      2n,
      /before the one before/,
    ],
    ['a changed payload', changed(1, () => ({ payload: '{"n":9}' })), 1n, /payload digest/],
    [
      'a payload written otherwise',
      changed(1, ({ payload }) => ({ payload: ` ${payload}` })),
      1n,
      /payload is not canonical/,
    ],
    ['an entry written otherwise', changed(1, ({ entry }) => ({ entry: `${entry} ` })), 1n, /entry is not canonical/],
    ['an entry that is none', changed(1, () => ({ entry: '{}' })), 1n, /cannot be read/],
    [
      'a payload that is none, of which it repeats nothing',
      changed(1, () => ({ payload: 'Person' })),
      1n,
      /^(?!.*Person).*cannot be read/,
    ],
    ['another type', changed(1, () => ({ type: 'ThingUnhappened' })), 1n, /the type in its entry/],
    [
      'another stream in the entry',
      changed(1, ({ entry }) => ({ entry: reworded(entry, 'stream', '"thing-z"') })),
      1n,
      /the stream/,
    ],
    [
      'another version in the entry',
      changed(1, ({ entry }) => ({ entry: reworded(entry, 'streamVersion', '7') })),
      1n,
      /version/,
    ],
    ['another event id', changed(1, ({ eventId }) => ({ eventId: eventId.replace(/.$/, 'g') })), 1n, /event id/],
    [
      'another actor in the entry',
      changed(1, ({ entry }) => ({ entry: reworded(entry, 'actorId', '"person-z"') })),
      1n,
      /the command/,
    ],
    ['a first event without its hash', changed(0, () => ({ commandHash: undefined })), 0n, /hash/],
    ['a second event with a hash', changed(1, () => ({ commandHash: 'ab'.repeat(32) })), 1n, /hash/],
    ['a command cut short at its beginning', changed(1, () => ({ commandIndex: 2 })), 1n, /stands apart/],
  ])('finds %s', (_, records, position, reason) => {
    const flaw = flawIn(records);
    expect(flaw).toEqual({ position, reason: expect.stringMatching(reason) });
    expect(flaw?.reason).toMatch(/\p{Script=Han}/u);
  });

  it('finds a command that was recorded twice, also in another stream', () => {
    const first = recordsOf([['thing-c', 1]]);
    const again = first.map((record) => ({ ...record, position: 1n, stream: 'thing-d' as const }));
    expect(flawIn([...first, ...again])).toMatchObject({
      position: 1n,
      reason: expect.stringContaining('came before'),
    });
  });

  it('takes positions with gaps and counts times that step back where many clocks write', () => {
    const check = new LogCheck({ isDense: false });
    const spread = recordsOf([
      ['thing-a', 1, '2022-03-31T09:00:01.000Z'],
      ['thing-a', 1, '2022-03-31T09:00:00.000Z'],
    ]).map((record) => ({ ...record, position: record.position * 100n + 7n }));
    expect(spread.map((record) => check.add(record))).toEqual([undefined, undefined]);
    expect(check.timeSteps).toBe(1);
  });
});

describe('seen keys', () => {
  const uuid = (n: number) => {
    const hex = createHash('sha1').update(String(n)).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };

  it('tell what came before from what did not, however many there are', () => {
    const seen = new SeenKeys();
    const keys = Array.from({ length: 5_000 }, (_, n) => uuid(n));
    expect(keys.every((key) => seen.add(key))).toBe(true);
    expect(keys.some((key) => seen.add(key))).toBe(false);
    expect(seen.add(uuid(5_001))).toBe(true);
  });
});
