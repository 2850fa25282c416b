import { instant, int, list, partOf, pointer, sealed, text } from '#kernel';

const keys = (en: string, zh: string) => list(text(20, en, zh));

export const amendmentRow = partOf(
  'Amendment',
  {
    number: int([1, 1_000_000], 'Its number.', '修订序号。'),
    textVersion: int([1, 1_000_000], 'The version of the text that it made.', '修订后的文本版本。'),
    amendedAt: instant('When it was recorded.', '修订记录时间。'),
    changed: keys('The keys of the clauses that it changed.', '修改的条款。'),
    added: keys('The keys of the clauses that it added.', '新增的条款。'),
    dropped: keys('The keys of the clauses that it dropped.', '删除的条款。'),
    reason: sealed(text(1000, 'Why.', '修订理由。')),
  },
  { en: 'A numbered amendment of a directive in force.', zh: '一次修订。' },
);

export const openClauseRow = partOf(
  'OpenClause',
  {
    directive: pointer('The parent.', '上级部署。'),
    clause: text(20, 'The key of its clause.', '上级条款标识。'),
  },
  { en: 'A clause of a parent that is to be mapped again.', zh: '待重新对应的上级条款。' },
);
