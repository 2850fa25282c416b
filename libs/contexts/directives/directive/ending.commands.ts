import { command, id } from '#kernel';

const REASON = { en: 'Why; it is encrypted before it is kept.', zh: '理由（加密保存）。' };

/** F7: how an order that was issued comes to its end; its text stays readable. */
export const endingCommands = {
  WithdrawDirective: command('Takes a directive back before anybody signed for it.', '撤回部署（无人签收前）。', {
    who: ['commander'],
    at: ['issued'],
    reasoned: REASON,
  }),
  RevokeDirective: command('Ends a directive; what it ordered holds no longer.', '撤销部署。', {
    who: ['commander'],
    at: ['issued'],
    reasoned: REASON,
  }),
  SupersedeDirective: command('Puts another directive in the place of this one.', '以另一部署替代。', {
    who: ['commander'],
    at: ['issued'],
    takes: { successorId: id('directive', 'The one that takes its place.', '替代的部署。') },
    reasoned: REASON,
  }),
};
