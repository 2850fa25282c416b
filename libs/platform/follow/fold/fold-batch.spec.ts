import { MemoryEventStore, type UnreadEvent } from '#platform/event-store';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aBox, append, boxCard, moved, packed } from '../../../../test/support/boxes.js';
import type { TableLease } from '../views/view-store.js';
import { Batch } from './fold-batch.js';
import { FollowedTable } from './followed-table.js';
import type { OpenRow } from './view-change.js';

const box = aBox();

describe('a batch whose rows are asked for ahead', () => {
  let table: FollowedTable;
  /** The keys of each look at the table. */
  let looks: (readonly string[])[];
  let rows: TableLease['rows'];
  let events: readonly UnreadEvent[];
  beforeEach(async () => {
    const log = new MemoryEventStore();
    await append(log, box, [packed({ shelf: 'a' }), moved('b'), moved('c')]);
    events = await log.scan({ after: 'start', limit: 10 });
    // The table holds the box as it was packed.
    table = new FollowedTable({ view: boxCard(), build: 0, state: 'building', at: 0n });
    const row = { id: box, label: 'tins', shelf: 'a', opened: false, packedAt: '', territoryPath: '', orgs: [] };
    const stored: OpenRow = { key: box, since: 0n, born: 0n, text: JSON.stringify(row) };
    looks = [];
    rows = (_, keys) => {
      looks.push(keys);
      return Promise.resolve(new Map(keys.includes(box) ? [[box, stored]] : []));
    };
  });

  const shelves = (texts: readonly { readonly text: string }[]) =>
    texts.map(({ text }) => (JSON.parse(text) as { shelf: string }).shelf);

  it('takes what was found, and does not look again', async () => {
    const batch = new Batch(events.slice(1, 2));
    batch.ask(table, { rows });
    const change = await batch.change(table, { rows });

    expect(looks).toEqual([[box]]);
    expect(change).toMatchObject({ closed: [box], open: [{ since: 1n, born: 0n }], ended: [{ since: 0n, until: 1n }] });
  });

  it('takes a row as the batch before left it, though it was asked for before that', async () => {
    const [first, second] = [new Batch(events.slice(1, 2)), new Batch(events.slice(2))];
    second.ask(table, { rows });
    await first.change(table, { rows });
    const change = await second.change(table, { rows });

    expect(shelves(change.ended)).toEqual(['b']);
    expect(shelves(change.open)).toEqual(['c']);
    expect(change.ended).toMatchObject([{ since: 1n, until: 2n }]);
  });

  it('asks for nothing that is remembered', async () => {
    await new Batch(events.slice(1, 2)).change(table, { rows });
    new Batch(events.slice(2)).ask(table, { rows });

    expect(looks).toHaveLength(1);
  });

  it('fails when it is folded, not before, when the look failed', async () => {
    const batch = new Batch(events.slice(1, 2));
    batch.ask(table, { rows: () => Promise.reject(new Error('cut off')) });
    await new Promise(setImmediate);

    await expect(batch.change(table, { rows })).rejects.toThrow('cut off');
  });
});
