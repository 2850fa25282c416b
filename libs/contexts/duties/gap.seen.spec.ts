import { ref } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { some } from './duty-point.examples.js';
import { evidenceSeen, neighboursSeen, suggestionSeen, type Seen } from './gap.seen.js';

const [before, after] = [
  { dutyPoint: ref(some.before), organisation: ref(some.station) },
  { dutyPoint: ref(some.after), organisation: ref(some.exitDesk) },
];
const names = new Map<string, string>([
  [some.before, '进站查码'],
  [some.station, '甲站'],
  [some.after, '出口疏导'],
  [some.exitDesk, '乙街道'],
  [some.city, '丙市'],
]);
const all: Seen = (id) => Promise.resolve(names.get(id) ?? null);
const withoutAfter: Seen = (id) => (id === some.after ? Promise.resolve(null) : all(id));
const orphan = { kind: 'orphan-step', between: [before, after], provisionalHolder: ref(some.city) } as const;
const gap = { ...orphan, between: [...orphan.between] };

describe('T18: what a gap tells of its neighbours', () => {
  it('is for those who see their step, and nobody hears from it who holds another', async () => {
    expect(await neighboursSeen(gap, all)).toEqual([before, after]);
    expect(await neighboursSeen(gap, withoutAfter)).toEqual([before]);
  });

  it('comes through neither its reason nor its suggestion', async () => {
    expect(await evidenceSeen(gap, [], all, 'zh')).toBe('前后两环由甲站和乙街道承担，这一环无人承担。');
    expect(await evidenceSeen(gap, [], withoutAfter, 'zh')).toBe('前后两环由甲站承担，这一环无人承担。');
    const onlyAfter = { ...gap, between: [after] };
    expect(await evidenceSeen(onlyAfter, [], withoutAfter, 'zh')).toBe('前后两环分属不同单位，这一环无人承担。');
    expect(await suggestionSeen(onlyAfter, withoutAfter)).toEqual({ action: 'name-lead', by: ref(some.city) });
  });

  it('says who answers meanwhile where the reader may know the place (A8)', async () => {
    const open = { ...gap, kind: 'no-holder' as const, between: [] };
    expect(await evidenceSeen(open, ['unit'], all, 'zh')).toBe('单位无人。兜底：丙市。');
    expect(await evidenceSeen(open, ['unit'], () => Promise.resolve(null), 'zh')).toBe('单位无人。');
  });
});
