import { id, list, optional, partOf, pointer, ref, text, word, type DataOf, type PartData } from '#kernel';
import type { DutyPointEvent } from '../duty-point.events.js';
import { FITS, SIGNATORIES } from '../duty-point.words.js';

/** A handover that waits for signatures. */
export const pendingTransfer = partOf(
  'PendingTransfer',
  {
    assignmentId: id('assignment', 'The assignment that is handed over; it is signed by this id.', '移交的分工编号。'),
    successorId: id('assignment', 'The assignment that it becomes.', '移交后的分工编号。'),
    organisation: pointer('The organisation that takes over.', '接收机构。'),
    post: optional(pointer('The post that takes over.', '接收岗位。')),
    person: optional(pointer('The person who takes over.', '接收人员。')),
    fit: optional(word(FITS, 'Whether it fits the party, as far as the record tells.', '与责任方是否相符。')),
    openItems: list(text(500, 'What is still to be done.', '未办结事项。')),
    signed: list(word(SIGNATORIES, 'Who has signed.', '已签署方。')),
  },
  { en: 'A handover of an assignment, until both sides have signed.', zh: '待双方签署的责任移交。' },
);

export const pendingTransferOf = (
  data: DataOf<DutyPointEvent, 'TransferProposed'>,
): PartData<typeof pendingTransfer> => {
  const { assignmentId, successorId, openItems, signed, holder, fit } = data;
  const { orgId, postId, personId } = holder;
  return {
    assignmentId,
    successorId,
    organisation: ref(orgId),
    ...(postId && { post: ref(postId) }),
    ...(personId && { person: ref(personId) }),
    ...(fit && { fit }),
    openItems,
    signed,
  };
};
