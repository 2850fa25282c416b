import { describe, expect, it } from '@jest/globals';
import { contentOf } from './content-of.js';
import { paging } from './paging.js';

describe('paging', () => {
  it('filters by what was asked for only', () => {
    expect(
      paging<{ level: string; code?: string }>({ first: 5, after: 'c' }, { level: 'city', code: undefined }),
    ).toEqual({
      first: 5,
      after: 'c',
      where: { level: 'city' },
    });
    expect(Object.keys(paging<{ code?: string }>({ first: 5 }, { code: undefined }).where ?? {})).toEqual([]);
  });
});

describe('the content of an input', () => {
  it('is what the command itself does not say', () => {
    const input = {
      commandId: 'c',
      occurredAt: 't',
      source: 'web',
      deviceId: 'd',
      reason: 'r',
      name: 'City Q',
    } as const;
    expect(contentOf(input)).toEqual({ name: 'City Q' });
  });
});
