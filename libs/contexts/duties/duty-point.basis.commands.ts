import { command, id, optional, part, partOf, text, within, word } from '#kernel';
import { BASIS_ENDS } from './duty-point.words.js';

/** Where a duty comes from, or what it rests on now. */
export const sourceClause = partOf('SourceClause', {
  directiveId: id('directive', 'The directive.', '指令编号。'),
  clauseNumber: within('directiveId', text(40, 'The number of the clause, or its key.', '条款号或标识。')),
});

/** What becomes of a duty whose order ends. */
export const basisCommands = {
  MarkBasisEnded: command('Tells a duty that its order holds no longer.', '告知责任依据已终止。', {
    who: ['system'],
    at: ['defined'],
    takes: {
      directiveId: id('directive', 'The order.', '原部署。'),
      because: word(BASIS_ENDS, 'Why.', '原因。'),
      successorId: optional(id('directive', 'What took its place.', '替代的部署。')),
    },
  }),
  RepointDutyPoint: command(
    'Rests a duty on another order than the one that ended.',
    '责任改依新的部署（须说明理由）。',
    {
      who: ['hq', 'commander'],
      at: ['defined'],
      takes: { clause: part(sourceClause, 'The clause that it rests on from now on.', '新的来源条款。') },
      reasoned: { en: 'The reason is required.', zh: '须说明理由。' },
    },
  ),
  RetireDutyPoint: command('Closes a duty whose order ended.', '撤销责任点（依据已终止，须说明理由）。', {
    who: ['hq', 'commander'],
    at: ['defined'],
    reasoned: { en: 'The reason is required.', zh: '须说明理由。' },
  }),
};
