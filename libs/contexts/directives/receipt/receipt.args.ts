import { bilingual, type Id } from '#kernel';
import {
  CountedConnection,
  EnumField,
  enumTypeOf,
  FlagField,
  IdField,
  ListArgs,
  type Listed,
  objectTypeOf,
} from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { RECEIPT_STATUSES, type ReceiptStatus } from './receipt.words.js';
import { receiptsAwaiting } from './views/awaiting.js';
import { receiptRow, type ReceiptCard } from './views/receipt.row.js';

@ObjectType({ description: bilingual({ en: 'A page of receipts.', zh: '签收单列表。' }) })
export class ReceiptConnection extends CountedConnection(objectTypeOf(receiptRow), 'ReceiptCard') {}

/** What receipts are narrowed by as every list is. */
export const receiptList: Listed<ReceiptCard, 'due' | 'delivered'> = {
  text: { en: 'the title of the directive', zh: '部署标题' },
  periods: { due: { en: 'To be acknowledged', zh: '签收时限' }, delivered: { en: 'Delivered', zh: '送达时间' } },
  dates: { due: 'acknowledgeBy', delivered: 'deliveredAt' },
  awaiting: {
    en: 'Only those that the viewer is to sign for, or to rule on as sent back.',
    zh: '仅待我签收或待我批复退回的签收单。',
  },
  awaits: receiptsAwaiting,
};

@ArgsType()
export class ReceiptsArgs extends ListArgs(receiptList) {
  @IdField('directive', { en: 'Only of this directive.', zh: '按部署筛选。', optional: true })
  directiveId?: Id<'directive'>;
  @IdField('organisation', { en: 'Only of this recipient.', zh: '按收文机构筛选。', optional: true })
  recipientId?: Id<'organisation'>;
  @EnumField(() => enumTypeOf(RECEIPT_STATUSES), { en: 'Only in this state.', zh: '按状态筛选。', optional: true })
  status?: ReceiptStatus;
  @FlagField({
    en: 'Only those whose limit passed without an answer, or the others.',
    zh: '按是否逾期未签收筛选。',
    optional: true,
  })
  missed?: boolean;
}
