import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from './gap.evidence.js';

const EVERY = ['territorial', 'departmental', 'unit', 'individual'] as const;

describe('A7: why there is a gap, in one sentence', () => {
  it.each([
    [
      ...(['orphan-step', [], ['U1', 'U2']] as const),
      {
        zh: '前后两环由U1和U2承担，这一环无人承担。',
        en: 'The steps before and after are held by U1 and U2, this one by nobody.',
      },
    ],
    [
      ...(['orphan-step', EVERY, ['U1', 'U2']] as const),
      {
        zh: '前后两环由U1和U2承担，这一环四方均无人。',
        en: 'The steps before and after are held by U1 and U2, this one by none of the four parties.',
      },
    ],
    [
      ...(['no-holder', ['territorial', 'unit'], []] as const),
      { zh: '属地和单位无人。兜底：T。', en: 'Territorial and Unit: nobody. Falls to T.' },
    ],
    [
      ...(['holder-inactive', ['individual'], []] as const),
      {
        zh: '个人的牵头责任人已失效（离任或机构撤销）。兜底：T。',
        en: 'Individual: the lead is gone (left, or dissolved). Falls to T.',
      },
    ],
  ])('%s of %j', (kind, parties, neighbours, said) => {
    const of = { kind, parties, neighbours, meanwhile: 'T' };
    expect({ zh: evidenceOf(of, 'zh'), en: evidenceOf(of, 'en') }).toEqual(said);
  });

  it('names a body that holds both sides once', () => {
    const of = { kind: 'orphan-step', parties: [], neighbours: ['U1', 'U1'], meanwhile: null } as const;
    expect(evidenceOf(of, 'zh')).toBe('前后两环由U1承担，这一环无人承担。');
  });
});
