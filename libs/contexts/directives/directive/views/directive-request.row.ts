import {
  anId,
  aTerritoryPath,
  flag,
  instant,
  kept,
  list,
  optional,
  ownId,
  part,
  partOf,
  pointer,
  rowOf,
  sealed,
  text,
  word,
  type PartData,
} from '#kernel';
import { z } from 'zod';
import { duePart } from '../../content/content.fields.js';
import { ADAPTATIONS, REQUESTS } from '../../content/tie.words.js';

const askedClauseRow = partOf(
  'RequestedClause',
  {
    clause: text(20, 'The key of the clause of the parent.', '上级条款标识。'),
    how: word(ADAPTATIONS, 'What is asked for.', '申请事项。'),
    reason: optional(text(500, 'Why.', '申请理由。')),
    by: optional(text(20, 'The key of the own clause that carries it.', '本级条款标识。')),
    text: optional(text(5000, 'The own clause that carries it.', '本级条款内容。')),
    due: optional(part(duePart, 'By when that is due.', '本级条款时限。')),
    status: word(REQUESTS, 'What became of it.', '申请状态。'),
    ruling: optional(sealed(text(1000, 'Why it was ruled so.', '批复理由。'))),
  },
  { en: 'What a child asks about one clause of a parent.', zh: '就某一条款提出的申请。' },
);

export const requestRow = rowOf(
  'DirectiveRequest',
  'What a directive asks of the issuer of its parent, which need not see that directive.',
  '向上级部署印发机构提出的申请。',
  {
    // What one child asks of several parents is told apart by more than its id.
    id: { ...ownId('The child and the parent.', '由下级与上级部署构成。'), schema: z.string() },
    child: pointer('The directive that asks.', '提出申请的部署。'),
    parent: pointer('The directive from which it asks something.', '上级部署。'),
    askedBy: pointer('The body that asks.', '申请机构。'),
    askedOf: pointer('The body that rules on it.', '批复机构。'),
    askedAt: instant('When it was asked for last.', '最近申请时间。'),
    open: flag('Whether something of it waits for a ruling.', '是否待批复。'),
    clauses: list(part(askedClauseRow, 'What is asked for.', '申请内容。')),
    childId: kept(anId('directive')),
    parentId: kept(anId('directive')),
    rulerId: kept(anId('organisation')),
    territoryPath: kept(aTerritoryPath()),
    orgs: kept(z.array(anId('organisation'))),
  },
);

export type DirectiveRequest = PartData<typeof requestRow>;
