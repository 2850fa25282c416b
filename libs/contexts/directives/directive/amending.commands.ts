import { command, expectedRevision, id, int, to, type Id } from '#kernel';
import { draftFields } from '../content/content.fields.js';

const { text, clauses, declared, clauseMap } = draftFields;

/** How an order that is in force gets another text, and how that reaches what builds on it. */
export const amendingCommands = {
  AmendDirective: command(
    'Amends a directive in force: a numbered amendment, beside the former text.',
    '修订执行中的部署（原文保留）。',
    {
      who: ['commander'],
      at: ['issued'],
      takes: { text, clauses, declared, clauseMap, expectedRevision },
      reasoned: { en: 'Why; it is encrypted before it is kept.', zh: '理由（加密保存）。' },
    },
  ),
  RecordChild: command('Notes a directive that builds on this one.', '登记以本部署为依据的部署。', {
    who: ['system'],
    at: ['registered', 'issued', 'completed', 'withdrawn', 'revoked', 'superseded'],
    as: to<{ readonly childId: Id<'directive'> }>(),
  }),
  ReopenClauses: command('Opens what rests on clauses that a parent amended.', '依据修订后重新对应条款。', {
    who: ['system'],
    at: ['issued', 'completed'],
    takes: {
      directiveId: id('directive', 'The parent that was amended.', '已修订的上级部署。'),
      textVersion: int([2, 1_000_000], 'Which version of its text.', '文本版本。'),
    },
  }),
};
