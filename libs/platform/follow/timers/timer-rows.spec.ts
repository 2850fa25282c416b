import { randomUUID } from 'node:crypto';
import type { AnyTimer, Id } from '#kernel';
import { asUnread, MemoryEventStore, UnreadableEvent } from '#platform/event-store';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { box, weighOnTime } from '../../../../test/support/box-decider.js';
import { aBox, append, boxFact, moved, packed } from '../../../../test/support/boxes.js';
import { foldDue } from './fold-due.js';
import { compareDue, occasionOfRow, type DueRow } from './due-row.js';
import { concernsTimer } from './timer-rows.js';

const NOON = '2022-03-31T12:00:00.000Z';
const ONE = '2022-03-31T13:00:00.000Z';
const TWO = '2022-03-31T14:00:00.000Z';

describe('what events make due', () => {
  let events: MemoryEventStore;
  let stream: Id<'box'>;
  beforeEach(() => {
    events = new MemoryEventStore();
    stream = aBox();
  });

  const inOrder = (rows: ReadonlyMap<string, DueRow>) =>
    [...rows.values()].sort((a, b) => Number(a.cause.position - b.cause.position));

  /** What the whole log leaves of a timer, folded in batches of this size. */
  const fold = async (timer: AnyTimer = weighOnTime(), size = 100) => {
    const rows = new Map<string, DueRow>();
    const own = (await events.scan({ after: 'start', limit: 100 })).filter((event) => concernsTimer(timer, event));
    for (let from = 0; from < own.length; from += size) {
      const { set, cancelled, parked } = await foldDue(timer, own.slice(from, from + size), events);
      for (const { stream, key } of cancelled) rows.delete(`${stream} ${key}`);
      for (const row of set) rows.set(`${row.stream} ${row.key}`, row);
      if (parked.length > 0) return { rows: inOrder(rows), parked };
    }
    return { rows: inOrder(rows), parked: [] };
  };
  const shown = ({ rows }: { readonly rows: readonly DueRow[] }) => rows.map(({ key, at }) => [key, at]);

  it('is kept with what is asked for, and because of which event', async () => {
    await append(events, stream, [packed({ shelf: NOON })], { correlationId: 'what belongs together' });
    const [cause] = await events.readStream(stream);

    expect((await fold()).rows).toEqual([
      {
        ...{ timer: 'weigh on time', stream, key: 'tins', at: NOON },
        ask: { kind: 'box', stream, command: { type: 'Weigh', data: { kilos: 0 } } },
        cause: { eventId: cause?.eventId, correlationId: 'what belongs together', position: 0n },
      },
    ]);
  });

  it('is replaced by the same key, and stands beside another', async () => {
    await append(events, stream, [packed({ shelf: NOON }), moved(ONE), moved(TWO)]);

    expect(shown(await fold())).toEqual([
      ['tins', NOON],
      ['moved', TWO],
    ]);
  });

  it('is taken back by key, and may be set again', async () => {
    await append(events, stream, [packed({ shelf: NOON }), moved(ONE), boxFact('BoxOpened')]);
    await append(events, aBox(), [packed({ shelf: TWO })]);
    expect(shown(await fold())).toEqual([['tins', TWO]]);

    await append(events, stream, [moved(TWO)]);
    expect(shown(await fold())).toEqual([
      ['tins', TWO],
      ['moved', TWO],
    ]);
  });

  it('is said by the state right after the event, whatever came later', async () => {
    await append(events, stream, [packed({ shelf: NOON }), moved(ONE), moved(TWO), boxFact('BoxOpened'), moved(NOON)]);

    const { rows } = await fold();
    expect(rows.map(({ ask }) => ask.command.data)).toEqual([{ kilos: 3 }]);
  });

  it.each([1, 2, 3])('is the same when the log is read %i events at a time', async (size) => {
    for (const each of [stream, aBox()]) {
      await append(events, each, [packed({ shelf: NOON }), moved(ONE), boxFact('BoxOpened'), moved(TWO)]);
    }

    expect(await fold(weighOnTime(), size)).toEqual(await fold());
  });

  it('is what an event that takes back and sets the same key sets', async () => {
    const again: AnyTimer = { ...weighOnTime(), cancels: { BoxMoved: () => ['tins', 'moved'] } };
    await append(events, stream, [packed({ shelf: NOON }), moved(ONE)]);

    expect(shown(await fold(again))).toEqual([['moved', ONE]]);
  });

  it('makes a stream wait from the event on that throws, and no other', async () => {
    const other = aBox();
    await append(events, stream, [packed({ shelf: NOON }), moved('nowhere'), moved(ONE)]);
    await append(events, other, [packed({ shelf: TWO })]);

    const { rows, parked } = await fold(weighOnTime(new Set(['nowhere'])));
    expect(rows.map((row) => [row.stream, row.at])).toEqual([
      [stream, NOON],
      [other, TWO],
    ]);
    expect(parked).toMatchObject([{ follower: 'weigh on time', stream, position: 1n, error: 'Error: no …' }]);
  });

  it.each([
    ['a moment that is none', packed({ shelf: 'noon' }), /for no moment$/],
    ['a moment in another form', packed({ shelf: '2022-03-31T12:00:00Z' }), /for no moment/],
    ['a key that is too long', packed({ shelf: NOON, label: 'a'.repeat(201) }), /cannot be stored/],
  ])('makes a stream wait that sets %s', async (_, fact, error) => {
    await append(events, stream, [fact]);

    expect((await fold()).parked).toMatchObject([{ stream, error: expect.stringMatching(error) }]);
  });

  it('makes a stream wait that asks whom the timer does not name', async () => {
    await append(events, stream, [packed({ shelf: NOON })]);

    expect((await fold({ ...weighOnTime(), asks: [] })).parked).toMatchObject([
      { error: expect.stringContaining('does not say that it asks box') },
    ]);
  });

  it('makes a stream wait that cannot be read, but not when the log cannot', async () => {
    await append(events, stream, [packed({ shelf: NOON })]);
    const own = (await events.readStream(stream)).map(asUnread);
    const failing = (error: Error) => ({ readStream: () => Promise.reject(error) });

    const torn = new UnreadableEvent(0n, new Error('torn page'));
    expect((await foldDue(weighOnTime(), own, failing(torn))).parked).toMatchObject([{ stream, position: 0n }]);
    await expect(foldDue(weighOnTime(), own, failing(new Error('no connection')))).rejects.toThrow('no connection');
  });

  it('is said by events of its own kind only', () => {
    expect(concernsTimer(weighOnTime(), { stream: aBox(), type: 'BoxMoved' })).toBe(true);
    expect(concernsTimer(weighOnTime(), { stream: aBox(), type: 'BoxOpened' })).toBe(true);
    expect(concernsTimer(weighOnTime(), { stream: aBox(), type: 'BoxWeighed' })).toBe(false);
    expect(concernsTimer(weighOnTime(), { stream: `pallet-${randomUUID()}`, type: 'BoxMoved' })).toBe(false);
  });
});

describe('a row', () => {
  const row: DueRow = {
    ...{ timer: 'a', stream: 'box-1', key: 'b', at: NOON },
    ask: { kind: box.kind, stream: 'box-2', command: { type: 'Weigh', data: { kilos: 0 } } },
    cause: { eventId: 'because', correlationId: 'what belongs together', position: 3n },
  };

  it('is asked for in the name of the system, at its moment, because of its event', () => {
    expect(occasionOfRow(row)).toMatchObject({
      ...{ actorId: expect.stringMatching(/^system-/), source: 'system', occurredAt: NOON },
      ...{ causationId: 'because', correlationId: 'what belongs together' },
    });
  });

  it('has a command id that follows from timer, stream, key and moment, and nothing else', () => {
    const id = (change: Partial<DueRow>) => occasionOfRow({ ...row, ...change }).commandId;
    const others = [{ timer: 'b' }, { stream: 'box-2' as const }, { key: 'c' }, { at: ONE }];

    expect(new Set([id({}), ...others.map(id)]).size).toBe(5);
    expect(id({ cause: { ...row.cause, eventId: 'something else' } })).toBe(id({}));
    expect(id({ stream: 'box-1,b', key: '' })).not.toBe(id({ stream: 'box-1', key: ',b' }));
  });

  it('comes by its moment, then by stream and key', () => {
    const rows = [{ at: ONE }, { stream: 'box-2' as const, key: 'a' }, { key: 'c' }, {}].map((change) => ({
      ...row,
      ...change,
    }));

    expect([...rows].sort(compareDue)).toEqual([...rows].reverse());
  });
});
