import { vocabulary, type WordOf } from '#kernel';

/** How a directive reached somebody; being there is not signing for it. */
export const CHANNELS = vocabulary('DeliveryChannel', 'How it reached somebody.', '送达方式。', {
  system: { en: 'Through the system', zh: '系统送达' },
  attendance: { en: 'By attending the meeting', zh: '参会送达' },
  paper: { en: 'On paper', zh: '纸质送达' },
});

const { system: _, ...byHand } = CHANNELS.words;

export const RECORDED_CHANNELS = vocabulary(
  'RecordedChannel',
  'A delivery that people record.',
  '人工登记的送达方式。',
  byHand,
);

export const RECEIPT_STATUSES = vocabulary('ReceiptStatus', 'What became of it at its recipient.', '签收状态。', {
  delivered: { en: 'Delivered, not acknowledged.', zh: '已送达，未签收' },
  acknowledged: { en: 'Acknowledged.', zh: '已签收' },
  relayed: { en: 'Passed on unchanged.', zh: '已传达' },
  returned: { en: 'Sent back, with a reason.', zh: '已退回' },
  closed: { en: 'Nothing is ordered of this recipient any more.', zh: '已终止' },
});

/** F7: what the issuer says to a return. */
export const RETURN_RULINGS = vocabulary('ReturnRuling', 'What the issuer says to a return.', '退回处理意见。', {
  stands: { en: 'The order stands, and is to be signed for.', zh: '部署不变，应予签收' },
  amend: { en: 'The order is to be amended, and then signed for.', zh: '将予修订，修订后签收' },
  withdrawn: { en: 'The order is withdrawn for this recipient.', zh: '对该机构撤回' },
});

/** Why nothing is ordered of a recipient any more. */
export const CLOSINGS = vocabulary('ReceiptClosing', 'Why nothing is ordered any more.', '终止原因。', {
  withdrawn: { en: 'Withdrawn', zh: '撤回' },
  revoked: { en: 'Revoked', zh: '撤销' },
  superseded: { en: 'Another directive took its place', zh: '被替代' },
});

export type Channel = WordOf<typeof CHANNELS>;
export type ReceiptStatus = WordOf<typeof RECEIPT_STATUSES>;
