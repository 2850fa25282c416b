import { id, optional, partOf, pointer, ref, sealed, text, word, type DataOf, type Id, type PartData } from '#kernel';
import type { DutyPointEvent } from '../duty-point.events.js';
import { SIDES } from '../duty-point.words.js';

/** A link that waits for the other side. */
export const pendingLink = partOf(
  'PendingLink',
  {
    linkId: id('link', 'By which it is accepted or refused.', '衔接申请编号。'),
    side: word(SIDES, 'Where that step would stand beside this one.', '拟衔接位置。'),
    dutyPoint: pointer('The other step.', '对方环节。'),
    matter: optional(text(200, 'What that step is about.', '对方事项。')),
    step: optional(text(200, 'That step of the work.', '对方环节名称。')),
    organisation: optional(pointer('Who asks.', '申请机构。')),
  },
  { en: 'A link to a step of another place, until that side has answered.', zh: '待对方答复的环节衔接。' },
);

export const refusedLink = partOf(
  'RefusedLink',
  {
    linkId: id('link', 'By which it was refused.', '衔接申请编号。'),
    side: word(SIDES, 'Where that step would have stood beside this one.', '原拟衔接位置。'),
    dutyPoint: pointer('The other step.', '对方环节。'),
    reason: sealed(text(1000, 'Why.', '理由。')),
  },
  { en: 'A link to a step of another place that was refused.', zh: '未同意的环节衔接。' },
);

export const undoneLink = partOf(
  'UndoneLink',
  {
    side: word(SIDES, 'Where that step stood beside this one.', '原衔接位置。'),
    dutyPoint: pointer('The other step.', '对方环节。'),
    reason: optional(sealed(text(1000, 'Why; where the other side undid it, the other step has it.', '理由。'))),
  },
  { en: 'A link to another step that was undone.', zh: '已解除的环节衔接。' },
);

/** A link that was undone, as rows show it. */
export const undone = (data: DataOf<DutyPointEvent, 'StepUnlinked'>): PartData<typeof undoneLink> => {
  const { side, dutyPointId, reason } = data;
  return { side, dutyPoint: ref(dutyPointId), ...(reason !== undefined && { reason }) };
};

/** A link that was refused, as rows show it. */
export const refusal = (data: DataOf<DutyPointEvent, 'LinkRefused'>): PartData<typeof refusedLink> => {
  const { linkId, side, dutyPointId, reason } = data;
  return { linkId, side, dutyPoint: ref(dutyPointId), reason };
};

type PendingLink = PartData<typeof pendingLink>;

export const offeredLink = (data: DataOf<DutyPointEvent, 'LinkOffered'>): PendingLink => {
  const { linkId, side, dutyPointId, matter, step, orgId } = data;
  return { linkId, side, dutyPoint: ref(dutyPointId), matter, step, ...(orgId && { organisation: ref(orgId) }) };
};

export const proposedLink = ({ linkId, side, dutyPointId }: DataOf<DutyPointEvent, 'LinkProposed'>): PendingLink => ({
  linkId,
  side,
  dutyPoint: ref(dutyPointId),
});

/** A step asks each neighbour for one thing at a time. */
export const withoutLink = (links: readonly PendingLink[], ...others: readonly (Id | undefined)[]) =>
  links.filter(({ dutyPoint }) => !others.includes(dutyPoint.id));
