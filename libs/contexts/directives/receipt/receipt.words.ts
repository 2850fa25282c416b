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
});

export type Channel = WordOf<typeof CHANNELS>;
export type ReceiptStatus = WordOf<typeof RECEIPT_STATUSES>;
