import { vocabulary, type WordOf } from '#kernel';

export const ADAPTATIONS = vocabulary(
  'AdaptationKind',
  'What a child does with a clause of its parent.',
  '条款落实方式。',
  {
    adopted: { en: 'Adopted as it is', zh: '照办' },
    stricter: { en: 'Made stricter', zh: '加严' },
    exempted: { en: 'Not applicable here: an exemption is asked for, with a reason', zh: '不适用（申请豁免，附理由）' },
    later: { en: 'Adopted, but a later due time is asked for, with a reason', zh: '照办（申请延后时限，附理由）' },
  },
);

/** What is asked for: that the clause does not apply, or that it is due later. */
export type Asking = Extract<WordOf<typeof ADAPTATIONS>, 'exempted' | 'later'>;

/** Whether a way of carrying on a clause asks something of the parent's issuer. */
export const asksFor = (how: WordOf<typeof ADAPTATIONS>): how is Asking => how === 'exempted' || how === 'later';

/** What a clause map asks of the parent's issuer, and what became of that. */
export const REQUESTS = vocabulary('RequestStatus', 'What became of something asked for.', '申请状态。', {
  requested: { en: 'Asked for, and open', zh: '已申请，待批复' },
  granted: { en: 'Granted', zh: '同意' },
  refused: { en: 'Refused', zh: '不同意' },
});

/** Ties between directives that replace nothing. */
export const LINKS = vocabulary('LinkKind', 'A tie that replaces nothing.', '关联类型。', {
  reinforces: { en: 'Reinforces', zh: '再部署' },
  continues: { en: 'Continues', zh: '继续执行' },
});
