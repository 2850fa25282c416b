import { vocabulary, type WordOf } from '#kernel';

export const INSTRUMENTS = vocabulary('InstrumentKind', 'How an order is given.', '文种。', {
  decision: { en: 'Decision', zh: '决定' },
  notice: { en: 'Notice', zh: '通知' },
  announcement: { en: 'Announcement', zh: '公告' },
  publicNotice: { en: 'Public notice', zh: '通告' },
  instruction: { en: 'Written instruction of a leader', zh: '批示' },
  meetingDeployment: { en: 'Deployment at a meeting', zh: '会议部署' },
  measures: { en: 'Set of measures', zh: '措施文件' },
  supervisionNotice: { en: 'Supervision notice', zh: '督办通知' },
  rectificationNotice: { en: 'Rectification notice', zh: '整改通知书' },
});

export const URGENCIES = vocabulary('Urgency', 'How urgent it is.', '紧急程度。', {
  extraUrgent: { en: 'Extra urgent', zh: '特急' },
  urgent: { en: 'Urgent', zh: '急' },
  ordinary: { en: 'Ordinary', zh: '平' },
});

/** What a clause says about time. Only an instant can be compared with that of another clause. */
export const DUE_RULES = vocabulary('DueRule', 'What a clause says about time.', '时限规则。', {
  none: { en: 'No time limit, and that is meant', zh: '无时限（已确认）' },
  stated: { en: 'A limit in words', zh: '文字表述的时限' },
  by: { en: 'Due by an instant', zh: '限定时刻' },
});

export type Instrument = WordOf<typeof INSTRUMENTS>;
export type Urgency = WordOf<typeof URGENCIES>;
