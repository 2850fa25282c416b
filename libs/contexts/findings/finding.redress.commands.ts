import { command, id, instant, sealed, text } from '#kernel';
import { REASON } from './finding.amend.commands.js';
import { measures, verifiers } from './finding.fields.js';
import type { Stage } from './finding.words.js';

/** What an order says. */
export const order = {
  unitId: id('organisation', 'The unit that is to rectify.', '整改责任单位。'),
  dueAt: instant('When it is due.', '整改时限。'),
  standard: sealed(text(1000, 'What mended means.', '整改标准。')),
  acceptorOrgId: id('organisation', 'The body that decides on the close-out.', '验收机构。'),
};

/** What a plan says. */
export const plan = { dated: instant('The date of the plan.', '方案日期。'), measures };

/** The stages at which a unit is at work on an order. */
const atWork = [
  ...(['ordered', 'acknowledged', 'planSubmitted', 'planReturned', 'inRectification'] as const),
] satisfies readonly Stage[];

/** What puts right who is to do what, so that nothing ends in somebody who cannot act (F7). */
export const redressCommands = {
  RedirectOrder: command('Gives the order to another unit; say the reason.', '改派整改单位（须说明理由）。', {
    who: ['supervision', 'lead'],
    at: atWork,
    reasoned: REASON,
    takes: order,
  }),
  WithdrawOrder: command('Takes the order back; say the reason.', '撤回交办（须说明理由）。', {
    who: ['supervision', 'lead'],
    at: atWork,
    reasoned: REASON,
  }),
  ReplaceAcceptor: command('Names another body to accept; say the reason.', '更换验收机构（须说明理由）。', {
    who: ['supervision-head'],
    at: [...atWork, 'completionReported', 'underVerification', 'verified'],
    reasoned: REASON,
    takes: { acceptorOrgId: order.acceptorOrgId },
  }),
  ReplaceVerifier: command('Names others for a verifier; say the reason.', '更换核查人（须说明理由）。', {
    who: ['supervision-head'],
    at: ['underVerification'],
    reasoned: REASON,
    takes: { outgoing: id('person', 'Who does not verify after all.', '被更换的核查人。'), verifiers },
  }),
  RevisePlan: command('Submits a new version of the plan; say the reason.', '修订整改方案（须说明理由）。', {
    who: ['unit-head'],
    at: ['inRectification'],
    reasoned: REASON,
    takes: plan,
  }),
};
