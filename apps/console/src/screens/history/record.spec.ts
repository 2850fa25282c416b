import { describe, expect, it } from '@jest/globals';
import { textDifference } from '../../lib/text-difference';
import { byCause } from './causation';
import { checked, holesIn } from './checking';
import { markOf, phaseOf } from './kinds';
import { isBackfilled, knownBy, momentAt, rowsOf } from './laying';
import type { Entry } from './query';
import { narrowed, termsIn, type Sought } from './seeking';

const person = (label: string) => ({ id: `person-${label}`, label });
const event = (name: string, recordedAt: string, more: Partial<Sought> = {}): Sought => ({
  ...{ name, title: name, summary: null, reason: null, recordedAt, lateEntry: false, data: {} },
  actor: { person: person('An Xun'), organisation: null },
  ...more,
});
const sought = (text: string, more = {}) => ({ phases: [], people: [], worth: [], text, ...more });

describe('the rows of an event history', () => {
  const events = [
    event('ObservationRecorded', '2025-04-01T00:00:00Z', { lateEntry: true, summary: 'No watch at the exit' }),
    event('RectificationOrdered', '2025-04-02T00:00:00Z', { actor: { person: person('Du Ban'), organisation: null } }),
    event('PlanReturned', '2025-04-05T00:00:00Z', { reason: 'Night shift is missing' }),
  ];
  it.each([
    ['watch exit', ['ObservationRecorded']],
    ['"night shift"', ['PlanReturned']],
    ['actor:du', ['RectificationOrdered']],
    ['-actor:du -type:plan', ['ObservationRecorded']],
    ['after:2025-04-02', ['RectificationOrdered', 'PlanReturned']],
    ['before:2025-04-02', ['ObservationRecorded']],
    ['after:nonsense', []],
  ])('are narrowed by %s', (text, names) => {
    expect(narrowed(events, sought(text)).map(({ name }) => name)).toEqual(names);
  });

  it('are narrowed by phase, person, and what is worth a look', () => {
    expect(narrowed(events, sought('', { phases: ['plan'] }))).toEqual([events[2]]);
    expect(narrowed(events, sought('', { people: ['person-Du Ban'] }))).toEqual([events[1]]);
    expect(narrowed(events, sought('', { worth: ['late', 'back'] }))).toEqual([events[0], events[2]]);
  });

  it('know qualifiers, quotes and what is not wanted', () => {
    expect(termsIn('-actor:"An Xun" gate')).toEqual([
      { isNot: true, kind: 'actor', value: 'an xun' },
      { isNot: false, kind: '', value: 'gate' },
    ]);
  });

  it('say where days begin, and how long nothing happened', () => {
    const at = (recordedAt: string) => ({ recordedAt, occurredAt: recordedAt });
    const rows = rowsOf(
      [at('2025-04-01T01:00:00Z'), at('2025-04-01T15:59:00Z'), at('2025-04-01T16:00:00Z'), at('2025-04-07T00:00:00Z')],
      (one) => one.recordedAt,
    );
    expect(rows.map(({ isNewDay, quiet }) => [isNewDay, quiet])).toEqual([
      [true, 0],
      [false, 0],
      [true, 0],
      [true, 4],
    ]);
  });

  it('stand at the time that is claimed where most was entered over a day later', () => {
    const late = { recordedAt: '2025-04-03T00:00:00Z', occurredAt: '2025-04-01T00:00:00Z' };
    const atOnce = { recordedAt: '2025-04-03T00:00:00Z', occurredAt: '2025-04-03T00:00:00Z' };
    expect([isBackfilled([late, late, atOnce]), isBackfilled([late, atOnce])]).toEqual([true, false]);
  });

  it('belong to a stretch and are marked; of a later release they are neither', () => {
    expect([phaseOf({ name: 'PartyAssigned' }), markOf({ name: 'PartyAssigned' })]).toEqual(['hold', 'hold']);
    expect([phaseOf({ name: 'FromTheFuture' }), markOf({ name: 'FromTheFuture' })]).toEqual(['other', undefined]);
  });
});

describe('the moment that is looked at', () => {
  const [a, b, c, d] = ['01', '02', '02', '03'].map((day) => ({
    recordedAt: `2025-04-${day}T00:00:00Z`,
    occurredAt: '',
  }));
  const all = [a, b, c, d].filter((one) => one !== undefined);
  it('knows everything that was recorded by then', () => {
    expect([
      knownBy(all, undefined),
      knownBy(all, '2025-04-02T00:00:00Z'),
      knownBy(all, '2020-01-01T00:00:00Z'),
    ]).toEqual([4, 3, 0]);
  });
  it('goes before all that was recorded at one instant, and after all of it', () => {
    expect(momentAt(all, 3, 2)).toBe(a);
    expect(momentAt(all, 1, 2)).toBe(c);
    expect(momentAt(all, 4, 3)).toBe(c);
    expect(momentAt(all, 1, 0)).toBeUndefined();
  });
});

describe('causes and effects', () => {
  it('stand below each other; what was caused elsewhere stands by itself', () => {
    const of = (position: string, cause?: string) => ({
      position,
      causedBy: cause === undefined ? null : { position: cause },
    });
    const led = byCause([of('1'), of('2', '99'), of('3', '1'), of('4', '3')]);
    expect(led.map(({ entry, depth }) => `${entry.position} ${depth}`)).toEqual(['1 0', '3 1', '4 2', '2 0']);
  });
});

describe('a text and another wording of it', () => {
  const told = (was: string, is: string) =>
    textDifference(was, is)
      .map(({ is: kind, text }) => ({ same: text, out: `[-${text}]`, in: `[+${text}]` })[kind])
      .join('');
  it.each([
    ['安排专人值守', '昼夜安排专人值守', '[+昼夜]安排专人值守'],
    ['在营业时间值守', '昼夜值守', '[-在营业时间][+昼夜]值守'],
    ['one watch by day', 'two watch by day', '[-one ][+two ]watch by day'],
    ['same', 'same', 'same'],
    ['', 'new', '[+new]'],
  ])('%s → %s', (was, is, difference) => {
    expect(told(was, is)).toBe(difference);
  });
});

describe('the check of what the server gave out', () => {
  const stored = (revision: number, more: Readonly<Record<string, unknown>> = {}, payload: string | null = '{}') => {
    const shown = {
      eventId: `e${revision}`,
      position: `${10 + revision}`,
      revision: `${revision}`,
      id: 'finding-1',
      name: 'A',
      occurredAt: 'o',
      recordedAt: 'r',
    };
    const entry = {
      eventId: shown.eventId,
      stream: 'finding-1',
      streamVersion: revision + 1,
      type: 'A',
      recordedAt: 'r',
      occurredAt: 'o',
      payloadSha256: 'digest of {}',
      ...more,
    };
    return { ...shown, stored: { entry: JSON.stringify(entry), payload } };
  };
  const digest = (text: string) => Promise.resolve(`digest of ${text}`);
  const results = async (events: ReturnType<typeof stored>[], way: typeof digest | undefined = digest) =>
    Object.fromEntries(
      (await checked(events, new Map<string, Entry>(), way)).map(({ name, result, at }) => [
        name,
        at.length > 0 ? at.join(' ') : result,
      ]),
    );
  const good = { numbers: 'pass', order: 'pass', envelope: 'pass', digest: 'pass', checkpoint: 'notRun' };

  it('holds where all fits, and never says that a checkpoint was compared', async () => {
    expect(await results([stored(0), stored(1)])).toEqual(good);
  });
  it('finds a hole, a wrong envelope and a changed payload, each at its place', async () => {
    expect(await results([stored(0), stored(2)])).toEqual({ ...good, numbers: '12' });
    expect(await results([stored(0), stored(1, { type: 'B' })])).toEqual({ ...good, envelope: '11' });
    expect(await results([stored(0, {}, '{"a":1}')])).toEqual({ ...good, digest: '10' });
    expect(await results([stored(1), stored(0)])).toMatchObject({ order: '10' });
  });
  it('passes over payloads that are not given out, and runs no digests where there are none', async () => {
    expect(await results([stored(0, {}, null)])).toEqual(good);
    const [, , , step] = await checked([stored(0)], new Map(), undefined);
    expect(step).toMatchObject({ name: 'digest', result: 'notRun' });
  });
  it('looks for holes in the numbers of each thing by itself', () => {
    const of = (id: string, revision: string) => ({ id, revision, position: `${id}${revision}` });
    expect(holesIn([of('a', '0'), of('b', '0'), of('a', '1'), of('b', '2')])).toEqual(['b2']);
  });
});
