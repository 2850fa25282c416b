import { describe, expect, it } from '@jest/globals';
import { RowCache } from './row-cache.js';
import type { OpenRow } from './view-change.js';

const aRow = (key: string, text = '{}'): [string, OpenRow] => [key, { key, since: 0n, born: 0n, text }];
const LONG = 'x'.repeat(2_000_000);

describe('what is remembered of a table', () => {
  it('knows that an empty table holds nothing, and asks any other one', () => {
    expect(new RowCache(true).unknown(['a'])).toEqual([]);
    expect(new RowCache(false).unknown(['a'])).toEqual(['a']);
  });

  it('remembers rows, and that there is none', () => {
    const cache = new RowCache(false);
    cache.keep(['a', 'b'], new Map([aRow('a')]));

    expect(cache.unknown(['a', 'b', 'c'])).toEqual(['c']);
    expect(cache.known(['a', 'b', 'c'])).toEqual(new Map([aRow('a')]));
    cache.keep(['a'], new Map());
    expect(cache.known(['a'])).toEqual(new Map());
    expect(cache.unknown(['a'])).toEqual([]);
  });

  it('forgets what was not touched for two batches, and then asks, also for what it never knew', () => {
    const cache = new RowCache(true);
    const batch = (key: string, text: string) => {
      cache.age();
      cache.keep([key], new Map([aRow(key, text)]));
    };
    batch('a', LONG);
    batch('b', LONG);
    expect(cache.unknown(['a', 'b', 'c'])).toEqual([]);
    batch('c', '{}');

    expect(cache.unknown(['a', 'b', 'c', 'd'])).toEqual(['a', 'd']);
  });

  it('can be told to ask again', () => {
    const cache = new RowCache(true);
    cache.keep(['a'], new Map([aRow('a')]));
    cache.clear();

    expect(cache.unknown(['a'])).toEqual(['a']);
  });
});
