import { bilingual, type Id } from '#kernel';
import { Connection, EnumField, IdField, PageArgs } from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { CascadeHop } from './views/cascade-hop.js';
import { DirectiveCard } from './views/directive-card.view.js';
import { DirectiveStatus, InstrumentKind, ReceiptStatus, Urgency } from './views/enums.js';
import { MeetingCard } from './views/meeting-card.view.js';
import { ReceiptCard } from './views/receipt-card.view.js';

const SCOPE = {
  en: 'Only this territory and below; otherwise all that is yours.',
  zh: '限定属地；默认为您的全部管辖范围。',
};

@ObjectType({ description: bilingual({ en: 'A page of directives.', zh: '部署列表。' }) })
export class DirectiveConnection extends Connection(DirectiveCard) {}

@ObjectType({ description: bilingual({ en: 'A page of receipts.', zh: '签收单列表。' }) })
export class ReceiptConnection extends Connection(ReceiptCard) {}

@ObjectType({ description: bilingual({ en: 'A page of meetings.', zh: '会议列表。' }) })
export class MeetingConnection extends Connection(MeetingCard) {}

@ObjectType({ description: bilingual({ en: 'A page of hops, from the root down.', zh: '逐级传达列表（自上而下）。' }) })
export class CascadeHopConnection extends Connection(CascadeHop) {}

@ArgsType()
export class DirectivesArgs extends PageArgs {
  @IdField('territory', { ...SCOPE, optional: true })
  scope?: Id<'territory'>;
  @EnumField(() => DirectiveStatus, { en: 'Only in this state.', zh: '按状态筛选。', optional: true })
  status?: DirectiveCard['status'];
  @EnumField(() => InstrumentKind, { en: 'Only of this kind.', zh: '按文种筛选。', optional: true })
  instrument?: DirectiveCard['instrument'];
  @EnumField(() => Urgency, { en: 'Only of this urgency.', zh: '按紧急程度筛选。', optional: true })
  urgency?: DirectiveCard['urgency'];
  @IdField('organisation', { en: 'Only those of this body.', zh: '按发文机构筛选。', optional: true })
  issuerId?: Id<'organisation'>;
}

@ArgsType()
export class ReceiptsArgs extends PageArgs {
  @IdField('directive', { en: 'Only of this directive.', zh: '按部署筛选。', optional: true })
  directiveId?: Id<'directive'>;
  @IdField('organisation', { en: 'Only of this recipient.', zh: '按收文机构筛选。', optional: true })
  recipientId?: Id<'organisation'>;
  @EnumField(() => ReceiptStatus, { en: 'Only in this state.', zh: '按状态筛选。', optional: true })
  status?: ReceiptCard['status'];
}

@ArgsType()
export class CascadeArgs extends PageArgs {
  @IdField('directive', { en: 'The directive to follow down.', zh: '起点部署。' })
  directiveId!: Id<'directive'>;
}
