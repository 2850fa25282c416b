import { locate } from '#text';
import { describe, expect, it } from '@jest/globals';
import { readNotice } from '../notices.js';
import type { Value } from '../step.js';
import { notices } from './notices.js';
import { REGISTERED } from './registered.js';

const words = (value: Value): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? Object.values(value).flatMap((one: Value) => words(one)) : [];
};

describe('registering the notices', () => {
  it.each(REGISTERED)('$file: says of meeting, issuer and title only what the text says', ({ file, ...registered }) => {
    const { text } = readNotice(file);
    const said = words({ title: registered.title, issuedBy: registered.issuedBy, meeting: registered.meeting })
      .filter((word) => /\p{Script=Han}/u.test(word))
      // The series is the meeting's title without its number.
      .filter((word) => word !== '省委新冠肺炎疫情防控工作专题会议');
    expect(said.filter((word) => !locate(text, word))).toEqual([]);
  });

  it('makes no record of anybody named in them, and no organisation', () => {
    expect(new Set(notices().map(({ mutation }) => mutation))).toEqual(
      new Set(['registerMeeting', 'importNotice', 'confirmImport', 'importDirective']),
    );
  });

  it('keeps names out of titles, roles and clauses', () => {
    const named = ['刘宁', '蓝天立', '杨林兴', '余先河', '鞠丽', '楼阳生', '王凯', '陈贻泽', '李铮', '朱虹'];
    const clauses = REGISTERED.flatMap(({ file }) => readNotice(file).clauses.map(({ text }) => text));
    const kept = [...clauses, ...notices().flatMap(({ input: { text: _, ...rest } }) => words(rest))];
    expect(kept.filter((word) => named.some((name) => word.includes(name)))).toEqual([]);
  });

  it('states no year', () => {
    const dates = notices().flatMap(({ input: { heldOn } }) => (heldOn === undefined ? [] : [heldOn]));
    expect(dates).toEqual([
      { month: 3, day: 31 },
      { month: 11, day: 5 },
      { month: 3, day: 12 },
    ]);
    expect(notices().filter(({ input }) => 'dated' in input)).toEqual([]);
  });
});
