import { describe, expect, it } from '@jest/globals';
import { initialsOf } from './initials.js';

describe('the initials of a name', () => {
  it.each([
    ['泸州市江阳区', 'lzsjyq'],
    ['濮阳', 'py'],
    ['凭祥市', 'pxs'],
    ['恩施', 'es'],
    ['欧阳', 'oy'],
    ['安', 'a'],
    ['重慶市', 'cqs'],
    ['Q市指挥部', 'qszhb'],
    ['City Q Q市', 'city q qs'],
    ['䶮', 'y'],
  ])('%s', (name, initials) => {
    expect(initialsOf(name)).toContain(initials);
  });

  it('are those of each way in which it may be read, the way of names first', () => {
    expect(initialsOf('重庆市长寿区')[0]).toBe('cqscsq');
    expect(initialsOf('重庆')).toEqual(['cq', 'zq']);
    expect(initialsOf('朝阳')).toEqual(['cy', 'zy']);
  });

  it('are few, however often a name could be read otherwise', () => {
    const many = initialsOf('长'.repeat(40));
    expect([many.length, many[0]?.length]).toEqual([16, 40]);
  });
});
