import { enumOf } from '#platform/graphql';
import * as words from '../words.js';

export const InstrumentKind = enumOf(
  'InstrumentKind',
  { en: 'How an order is given.', zh: '文种。' },
  words.INSTRUMENTS,
);
export const Urgency = enumOf('Urgency', { en: 'How urgent it is.', zh: '紧急程度。' }, words.URGENCIES);
export const DueRule = enumOf('DueRule', { en: 'What a clause says about time.', zh: '时限规则。' }, words.DUE_RULES);
export const AdaptationKind = enumOf(
  'AdaptationKind',
  { en: 'What a child does with a clause of its parent.', zh: '条款落实方式。' },
  words.ADAPTATIONS,
);
export const LinkKind = enumOf('LinkKind', { en: 'A tie that replaces nothing.', zh: '关联类型。' }, words.LINKS);
export const DeliveryChannel = enumOf(
  'DeliveryChannel',
  { en: 'How it reached somebody.', zh: '送达方式。' },
  words.CHANNELS,
);
export const DamageKind = enumOf('DamageKind', { en: 'What was lost in a text.', zh: '文本损坏类型。' }, words.DAMAGES);
export const MeetingKind = enumOf(
  'MeetingKind',
  { en: 'The nature of a meeting.', zh: '会议类别。' },
  words.MEETING_KINDS,
);
export const MeetingForm = enumOf('MeetingForm', { en: 'How it was held.', zh: '会议形式。' }, words.MEETING_FORMS);
export const MeetingRole = enumOf(
  'MeetingRole',
  { en: 'What somebody did there.', zh: '参会角色。' },
  words.MEETING_ROLES,
);
export const VenueKind = enumOf('VenueKind', { en: 'Where people sat.', zh: '会场类型。' }, words.VENUE_KINDS);

export const DirectiveStatus = enumOf(
  'DirectiveStatus',
  { en: 'Where a directive stands.', zh: '部署状态。' },
  {
    draft: { en: 'Being drafted.', zh: '起草' },
    registered: { en: 'Imported: others may cite it.', zh: '已登记（导入）' },
    signOffPending: { en: 'Waiting to be signed.', zh: '待签发' },
    issued: { en: 'Issued.', zh: '已印发' },
  },
);

export const ReceiptStatus = enumOf(
  'ReceiptStatus',
  { en: 'What became of it at its recipient.', zh: '签收状态。' },
  {
    delivered: { en: 'Delivered, not acknowledged.', zh: '已送达，未签收' },
    acknowledged: { en: 'Acknowledged.', zh: '已签收' },
    relayed: { en: 'Passed on unchanged.', zh: '已传达' },
    returned: { en: 'Sent back, with a reason.', zh: '已退回' },
  },
);
