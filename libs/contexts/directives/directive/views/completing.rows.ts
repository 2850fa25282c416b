import { partOf, sealed, text } from '#kernel';

export const withoutDutyRow = partOf(
  'ClauseWithoutDuty',
  {
    clause: text(20, 'The key of the clause.', '条款标识。'),
    reason: sealed(text(500, 'Why.', '理由。')),
  },
  { en: 'A clause of which no duty had to be made.', zh: '无须设立责任点的条款。' },
);
