import { command, id, optional, word } from '#kernel';
import { where } from './duty-point.where.js';
import { SIDES } from './duty-point.words.js';

export const neighbours = {
  previous: optional(id('dutyPoint', 'The step before.', '上一环节。')),
  next: optional(id('dutyPoint', 'The step after.', '下一环节。')),
};

const side = word(SIDES, 'Where it stands beside this step.', '相邻位置。');

const beside = { side, dutyPointId: id('dutyPoint', 'The neighbouring step.', '相邻环节。') };

/** Known by the step that asks; whoever answers need not see that step itself. */
const oneLink = { linkId: id('link', 'Which link that is asked for.', '衔接申请编号。') };

/** How steps come to stand beside each other, and how that is undone. */
export const linkCommands = {
  LinkStep: command('Names a neighbouring step.', '关联相邻环节。', {
    who: ['system'],
    at: ['defined'],
    takes: neighbours,
  }),
  ProposeLink: command('Names a neighbouring step; one of another place is asked first.', '申请衔接相邻环节。', {
    who: ['hq', 'commander'],
    at: ['defined'],
    takes: beside,
  }),
  OfferLink: command('Tells a step that another asks to stand beside it.', '转达衔接申请。', {
    who: ['system'],
    at: ['defined'],
    takes: {
      ...beside,
      matter: where.matter,
      step: where.step,
      territoryId: where.territoryId,
      orgId: optional(id('organisation', 'Who asks.', '申请机构。')),
    },
  }),
  AcceptLink: command('Agrees to stand beside a step of another place.', '同意衔接。', {
    who: ['hq', 'commander'],
    at: ['defined'],
    takes: oneLink,
  }),
  RefuseLink: command('Declines to stand beside a step of another place.', '不同意衔接（须说明理由）。', {
    who: ['hq', 'commander'],
    at: ['defined'],
    takes: oneLink,
    reasoned: { en: 'The reason is required.', zh: '须说明理由。' },
  }),
  CloseLinkProposal: command('Tells a step that its neighbour declined.', '转达不同意衔接。', {
    who: ['system'],
    at: ['defined'],
    takes: { dutyPointId: beside.dutyPointId },
  }),
  UnlinkStep: command('Undoes that a step stands beside this one.', '解除环节衔接（须说明理由）。', {
    who: ['hq', 'commander'],
    at: ['defined'],
    takes: { dutyPointId: id('dutyPoint', 'The step that stands beside it.', '已衔接的环节。') },
    reasoned: { en: 'The reason is required.', zh: '须说明理由。' },
  }),
  DropLink: command('Tells a step that its neighbour undid the link.', '转达环节衔接已解除。', {
    who: ['system'],
    at: ['defined'],
    takes: { dutyPointId: beside.dutyPointId },
  }),
};
