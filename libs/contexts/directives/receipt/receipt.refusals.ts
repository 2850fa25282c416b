import { ANSWER_REFUSALS, type Text } from '#kernel';
import { RECIPIENT_REFUSALS } from '../content/recipients.js';

export const RECEIPT_REFUSALS = {
  ...RECIPIENT_REFUSALS,
  ...ANSWER_REFUSALS,
  NOT_DELIVERED: { en: 'It was not delivered yet.', zh: '尚未送达。' },
  ALREADY_DELIVERED: { en: 'It was delivered this way already.', zh: '已按此方式送达。' },
  NOT_THE_ISSUER: { en: 'Only the issuing body may do this.', zh: '仅发文机构可以办理。' },
  NOT_THE_RECIPIENT: { en: 'It did not go to your organisation.', zh: '该部署不是发给您所在机构的。' },
  ALREADY_ACKNOWLEDGED: { en: 'It is acknowledged already.', zh: '已签收。' },
  NOT_ACKNOWLEDGED: { en: 'It was not acknowledged yet.', zh: '尚未签收。' },
  ALREADY_RETURNED: { en: 'It was returned.', zh: '已退回。' },
  ALREADY_RELAYED: { en: 'It is relayed already.', zh: '已传达。' },
  REASON_MISSING: { en: 'A return, and the answer to it, need a reason.', zh: '退回及其批复须说明理由。' },
  NOT_RETURNED: { en: 'It was not returned.', zh: '未被退回。' },
  OTHER_TEXT_VERSION: {
    en: 'This is not the version that is to be signed for: read the present one.',
    zh: '该版本并非应签收的版本，请阅读现行文本。',
  },
  NOT_AMENDED_SO: { en: 'The directive was not amended so.', zh: '部署未作此修订。' },
  NOT_ISSUED_SO: { en: 'No directive was issued to this recipient so.', zh: '没有向该机构如此印发的部署。' },
  LIMIT_NOT_PASSED: { en: 'This is not its limit, or the limit has not passed.', zh: '该时限有误，或尚未届满。' },
  ORDER_STANDS: { en: 'The order was not ended so.', zh: '该部署并未如此终止。' },
  AMENDMENT_PROMISED: { en: 'It was ruled that it is to be amended.', zh: '已批复将予修订。' },
  ORDER_TAKEN_BACK: { en: 'The order was taken back.', zh: '该部署已撤回、撤销或被替代。' },
  OWN_BODY_UNKNOWN: { en: 'Your own organisation is not registered.', zh: '您所在机构尚未登记。' },
} as const satisfies Record<string, Text>;

export type ReceiptRefusal = keyof typeof RECEIPT_REFUSALS;
