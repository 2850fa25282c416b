import { word, instant, int, optional, pointer, ownId, flag, list, sealed, text, kept } from '#kernel';
import { partOf, rowOf, part, type PartData } from '#kernel';
import { oneOf, anId, aTerritoryPath } from '#kernel';
import { z } from 'zod';
import { URGENCIES } from '../../content/content.words.js';
import { CHANNELS, RECEIPT_STATUSES, RETURN_RULINGS, CLOSINGS } from '../receipt.words.js';

const deliveryRow = partOf(
  'Delivery',
  {
    channel: word(CHANNELS, 'Which way.', '方式。'),
    at: instant('When.', '时间。'),
  },
  { en: 'One way in which it reached its recipient.', zh: '一次送达。' },
);
const formerRow = partOf(
  'FormerReceipt',
  {
    textVersion: int([1, 1000000], 'Which version of the text.', '文本版本。'),
    acknowledgedAt: optional(instant('When somebody signed for it.', '签收时间。')),
    acknowledgedBy: optional(pointer('Who signed for it.', '签收人。')),
    acknowledgementMissedAt: optional(instant('The limit that passed without an answer.', '逾期未签收的时限。')),
  },
  { en: 'What became of a version of the text before it was amended.', zh: '修订前文本的签收情况。' },
);

export const receiptRow = rowOf('Receipt', 'What became of one directive at one recipient.', '签收单。', {
  id: ownId('Its id.', '编号。'),
  directive: pointer('Which directive.', '部署。'),
  recipient: pointer('The recipient.', '收文机构。'),
  inDevelopmentZone: flag(
    'Whether the recipient stands in a development zone, which is no administrative division.',
    '收文机构是否属于开发区（非行政区划）。',
  ),
  status: word(RECEIPT_STATUSES, 'Where it stands.', '状态。'),
  textVersion: int([1, 1000000], 'Which version of the text.', '文本版本。'),
  deliveries: list(
    part(deliveryRow, 'How it was delivered; attendance counts here and only here.', '送达记录（参会仅视为送达）。'),
  ),
  acknowledgeBy: optional(
    instant('Until when it is to be acknowledged; null where there is no limit.', '签收时限；无时限时为空。'),
  ),
  acknowledgementMissedAt: optional(
    instant('When the limit passed without an answer given in time.', '逾期未签收的时限。'),
  ),
  acknowledgedAt: optional(instant('When somebody signed for it.', '签收时间。')),
  acknowledgedBy: optional(pointer('Who signed for it.', '签收人。')),
  acknowledgedVersion: optional(int([1, 1000000], 'Which version of the text was signed for.', '签收的文本版本。')),
  formerVersions: list(
    part(formerRow, 'What became of the versions that were amended since.', '此前文本版本的签收情况。'),
  ),
  relayedAt: optional(instant('When it was relayed.', '传达时间。')),
  child: optional(pointer('The child that the relay made.', '传达形成的部署。')),
  returnReason: optional(sealed(text(1000, 'Why it was sent back.', '退回理由。'))),
  returnRuling: optional(word(RETURN_RULINGS, 'What the issuer said to that.', '退回批复意见。')),
  returnRulingReason: optional(sealed(text(1000, 'Why the issuer said so.', '退回批复理由。'))),
  closedBecause: optional(word(CLOSINGS, 'Why nothing is ordered any more.', '终止原因。')),
  urgency: kept(oneOf(URGENCIES.words).optional()),
  missed: kept(z.boolean()),
  title: kept(z.string()),
  /** When it first reached its recipient. */
  deliveredAt: kept(z.string()),
  directiveId: kept(anId('directive')),
  recipientId: kept(anId('organisation')),
  issuerId: kept(anId('organisation')),
  territoryPath: kept(aTerritoryPath()),
  orgs: kept(z.array(anId('organisation'))),
});

export type ReceiptCard = PartData<typeof receiptRow>;
