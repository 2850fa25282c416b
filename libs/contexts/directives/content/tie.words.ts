import { vocabulary } from '#kernel';

export const ADAPTATIONS = vocabulary(
  'AdaptationKind',
  'What a child does with a clause of its parent.',
  '条款落实方式。',
  {
    adopted: { en: 'Adopted as it is', zh: '照办' },
    stricter: { en: 'Made stricter', zh: '加严' },
    exempted: { en: 'Not applicable here, with a reason', zh: '不适用（附理由）' },
  },
);

/** Ties between directives that replace nothing. */
export const LINKS = vocabulary('LinkKind', 'A tie that replaces nothing.', '关联类型。', {
  reinforces: { en: 'Reinforces', zh: '再部署' },
  continues: { en: 'Continues', zh: '继续执行' },
});
