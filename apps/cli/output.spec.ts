import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { printRows } from './output.js';

describe('rows that are printed', () => {
  let lines: unknown[];
  beforeEach(() => {
    lines = [];
    jest.spyOn(console, 'log').mockImplementation((line) => void lines.push(line));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('have the columns of all of them, also where they say different things', () => {
    printRows(
      [
        { stream: 'person-1', key: 'k' },
        { streams: 2, ok: false, position: 9n },
      ],
      { isJson: false },
    );
    expect(lines).toEqual(['stream\tkey\tstreams\tok\tposition', 'person-1\tk\t\t\t', '\t\t2\tfalse\t9']);
  });

  it('are whole in JSON, with positions as texts', () => {
    printRows([{ position: 9_007_199_254_740_993n }], { isJson: true });
    expect(JSON.parse(String(lines[0]))).toEqual([{ position: '9007199254740993' }]);
  });
});
