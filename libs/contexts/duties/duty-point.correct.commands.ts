import { command, optional } from '#kernel';
import { lineAndOperator, notDuplicateOf, standard, where } from './duty-point.where.js';

/** What puts right what a duty point says. Its territory is whose it is, and no matter of a mistyped word. */
export const correctCommands = {
  CorrectDutyPoint: command(
    'Puts right what was wrong from the start; both texts stay.',
    '更正责任点登记差错（须说明理由，原文保留）。',
    {
      who: ['hq', 'commander'],
      at: ['defined'],
      takes: {
        matter: optional(where.matter),
        step: optional(where.step),
        place: where.place,
        placeType: where.placeType,
        standard: optional(standard),
        ...lineAndOperator,
        notDuplicateOf,
      },
      reasoned: { en: 'The reason is required.', zh: '须说明理由。' },
    },
  ),
};
