import { coded, command, list, optional, part, partOf, text, to, type Id } from '#kernel';
import { KEY } from '../content/content.fields.js';

const withoutDuty = partOf('ClauseWithoutDuty', {
  clause: coded(20, KEY, 'The key of the clause.', '条款标识。'),
  reason: text(
    500,
    'Why no duty had to be made of it; it is encrypted before it is kept.',
    '无须设立责任点的理由（加密保存）。',
  ),
});

/** How an order comes to its end because everything is done, and how it knows what duties were made of it. */
export const completingCommands = {
  CompleteDirective: command('Completes a directive.', '部署办结。', {
    who: ['hq', 'commander'],
    at: ['issued'],
    takes: {
      withoutDuty: optional(
        list(
          part(
            withoutDuty,
            'Clauses of which no duty had to be made, each with its reason.',
            '无须设立责任点的条款（逐条说明理由）。',
          ),
          300,
        ),
      ),
    },
  }),
  RecordDuty: command('Notes a duty that rests on this directive.', '登记以本部署为依据的责任点。', {
    who: ['system'],
    at: ['draft', 'registered', 'signOffPending', 'issued', 'completed', 'withdrawn', 'revoked', 'superseded'],
    as: to<{ readonly dutyPointId: Id<'dutyPoint'> }>(),
  }),
};
