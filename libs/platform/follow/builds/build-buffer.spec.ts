import type { AnyView } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { boxCard, shelfBoard } from '../../../../test/support/boxes.js';
import { FollowedTable } from '../fold/followed-table.js';
import { BuildBuffer } from './build-buffer.js';
import type { OwnedRow, ViewChange } from '../fold/view-change.js';

const tableOf = (view: AnyView) => new FollowedTable({ view, build: 0, state: 'building', at: 'start' });
const aRow = (since: bigint, text = '{}'): OwnedRow => ({
  key: 'k',
  since,
  born: 0n,
  owner: 'directory',
  columns: [],
  scopes: [],
  text,
});
const nothing = { ended: [], closed: [], open: [], parked: [] };

const buffer = () => {
  const table = tableOf(boxCard());
  const all = new BuildBuffer([table, tableOf(shelfBoard())]);
  const add = (change: Partial<ViewChange>) => {
    all.add(table, { ...nothing, table: table, ...change });
  };
  return { all, add, table, first: () => all.changes()[0] };
};

describe('what was folded and is not stored yet', () => {
  it('holds of a row that changed again only what it became, and closes nothing that was never stored', () => {
    const { add, first, table } = buffer();
    add({ open: [aRow(0n)] });
    add({ ended: [{ ...aRow(0n), until: 3n }], closed: ['k'], open: [aRow(3n)] });

    expect(first()).toEqual({ ...nothing, table: table, ended: [{ ...aRow(0n), until: 3n }], open: [aRow(3n)] });
  });

  it('closes a row that was stored before, once, however often it changed since', () => {
    const { add, first } = buffer();
    add({ ended: [{ ...aRow(0n), until: 3n }], closed: ['k'], open: [aRow(3n)] });
    add({ ended: [{ ...aRow(3n), until: 4n }], closed: ['k'], open: [aRow(4n)] });
    add({ ended: [{ ...aRow(4n), until: 5n }], closed: ['k'] });

    expect(first()).toMatchObject({ closed: ['k'], open: [] });
    expect(first()?.ended.map(({ until }) => until)).toEqual([3n, 4n, 5n]);
  });

  it('keeps what leads to a row that changed again before it was stored', () => {
    const { add, first } = buffer();
    add({ open: [{ ...aRow(0n), scopes: ['a/'] }] });
    add({ ended: [{ ...aRow(0n), until: 3n }], closed: ['k'], open: [{ ...aRow(3n), scopes: ['b/'] }] });
    add({ ended: [{ ...aRow(3n), until: 4n }], closed: ['k'] });

    expect(first()?.ended.map(({ scopes }) => scopes)).toEqual([['a/'], ['b/']]);
  });

  it('hands out what ended once', () => {
    const { all, add, first } = buffer();
    add({ ended: [{ ...aRow(0n), until: 1n }] });

    expect(all.takeEnded().map(({ ended }) => ended.length)).toEqual([1, 0]);
    expect(first()?.ended).toEqual([]);
  });

  it('has a step for every table, also for one in which nothing happened', () => {
    expect(buffer().all.changes()).toHaveLength(2);
  });

  it('is enough after many events, or with many characters of rows that are true now', () => {
    const many = buffer();
    many.all.passed(9_999);
    expect(many.all.isEnough).toBe(false);
    many.all.passed(1);
    expect(many.all.isEnough).toBe(true);

    const large = buffer();
    large.add({ open: [aRow(0n, 'x'.repeat(8_000_000))] });
    expect(large.all.isEnough).toBe(true);
    large.add({ closed: ['k'] });
    expect(large.all.isEnough).toBe(false);
  });
});
