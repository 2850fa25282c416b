import type { Id } from '#kernel';
import { CommandInput, EnumField, enumOf, IdField } from '#platform/graphql';
import { InputType } from '@nestjs/graphql';
import { CHANNELS } from './words.js';

const { system: _, ...byHand } = CHANNELS;
const RecordedChannel = enumOf(
  'RecordedChannel',
  { en: 'A delivery that people record.', zh: '人工登记的送达方式。' },
  byHand,
);

@InputType({ isAbstract: true })
abstract class ReceiptInput extends CommandInput {
  @IdField('directive', { en: 'Which directive.', zh: '部署编号。' })
  directiveId!: Id<'directive'>;
  @IdField('organisation', {
    en: 'Whose receipt; your own organisation’s when left out.',
    zh: '收文机构；省略为本单位。',
    optional: true,
  })
  recipientId?: Id<'organisation'>;
}

@InputType()
export class AcknowledgeDirectiveInput extends ReceiptInput {}

@InputType()
export class ReturnDirectiveInput extends ReceiptInput {}

@InputType()
export class RecordDeliveryInput extends CommandInput {
  @IdField('directive', { en: 'Which directive.', zh: '部署编号。' })
  directiveId!: Id<'directive'>;
  @IdField('organisation', { en: 'Who got it.', zh: '收文机构。' })
  recipientId!: Id<'organisation'>;
  @EnumField(() => RecordedChannel, {
    en: 'How it reached them; attendance is no acknowledgement.',
    zh: '送达方式（参会不等于签收）。',
  })
  channel!: keyof typeof byHand;
}

@InputType()
export class RelayDirectiveInput extends CommandInput {
  @IdField('directive', { en: 'Which directive.', zh: '部署编号。' })
  directiveId!: Id<'directive'>;
  @IdField('organisation', { en: 'To whom it is passed on.', zh: '传达对象。', list: 500 })
  recipientIds!: Id<'organisation'>[];
}
