import { describe, expect, it } from '@jest/globals';
import { closed, closedFieldsOf, without } from './closed.js';
import { list, text } from './fields.js';
import { part, partOf, rowOf } from './shape.js';

const correction = partOf('Correction', { why: closed(text(10, 'Why.', '理由。')), at: text(10, 'When.', '时间。') });
const row = rowOf('Thing', 'A thing.', '事项。', {
  name: text(10, 'Its name.', '名称。'),
  reason: closed(text(10, 'Why.', '理由。')),
  corrections: list(part(correction, 'What was put right.', '更正。')),
  last: part(correction, 'The last one.', '最近一次。'),
});

describe('closed fields', () => {
  it('are found wherever they stand in a row, and may be missing', () => {
    expect(closedFieldsOf(row)).toEqual([['reason'], ['corrections', '*', 'why'], ['last', 'why']]);
    expect(row.fields.reason.optional).toBe(true);
    expect(row.fields.reason.label.en).toMatch(/^Why\. Null for all but /);
    expect(row.fields.reason.label.zh).toMatch(/^理由。仅/);
  });

  it('are taken out of a row, which keeps all else', () => {
    const made = {
      name: 'a',
      reason: 'b',
      corrections: [{ why: 'c', at: 'd' }, { at: 'e' }],
      last: { why: 'f', at: 'g' },
    };
    expect(without(made, closedFieldsOf(row))).toEqual({
      name: 'a',
      corrections: [{ at: 'd' }, { at: 'e' }],
      last: { at: 'g' },
    });
    expect(made.reason).toBe('b');
  });

  it('leave a row as it is where there are none', () => {
    const made = { name: 'a', data: { other: 1 }, corrections: null };
    expect(without(made, [['reason'], ['data', 'reason'], ['last', 'why'], ['corrections', '*', 'why']])).toBe(made);
  });
});
