import { optional, part, partOf, pointer, sealed, text, word } from '#kernel';
import { duePart } from '../../content/content.fields.js';
import { REQUESTS } from '../../content/tie.words.js';

export const askedAheadRow = partOf(
  'LaterDueAskedAhead',
  {
    directive: pointer('The parent.', '上级部署。'),
    clause: text(20, 'The key of its clause.', '上级条款标识。'),
    by: optional(text(20, 'The own clause that carries it.', '本级条款标识。')),
    due: optional(part(duePart, 'By when that is to be due.', '申请的时限。')),
    reason: optional(text(500, 'Why.', '理由。')),
    request: word(REQUESTS, 'What became of it.', '申请状态。'),
    ruling: optional(sealed(text(1000, 'Why it was ruled so.', '批复理由。'))),
  },
  { en: 'A later due time that is asked for before the text is amended so.', zh: '修订前先行申请的延期。' },
);
