import type { Words } from '#kernel';

/** How an order is given (文种). */
export const INSTRUMENTS = {
  decision: { en: 'Decision', zh: '决定' },
  notice: { en: 'Notice', zh: '通知' },
  announcement: { en: 'Announcement', zh: '公告' },
  publicNotice: { en: 'Public notice', zh: '通告' },
  instruction: { en: 'Written instruction of a leader', zh: '批示' },
  meetingDeployment: { en: 'Deployment at a meeting', zh: '会议部署' },
  measures: { en: 'Set of measures', zh: '措施文件' },
  supervisionNotice: { en: 'Supervision notice', zh: '督办通知' },
  rectificationNotice: { en: 'Rectification notice', zh: '整改通知书' },
} as const satisfies Words;

export const URGENCIES = {
  extraUrgent: { en: 'Extra urgent', zh: '特急' },
  urgent: { en: 'Urgent', zh: '急' },
  ordinary: { en: 'Ordinary', zh: '平' },
} as const satisfies Words;

/** What a clause says about time. Only an instant can be compared with that of another clause. */
export const DUE_RULES = {
  none: { en: 'No time limit, and that is meant', zh: '无时限（已确认）' },
  stated: { en: 'A limit in words', zh: '文字表述的时限' },
  by: { en: 'Due by an instant', zh: '限定时刻' },
} as const satisfies Words;

/** What a child does with a clause of its parent. */
export const ADAPTATIONS = {
  adopted: { en: 'Adopted as it is', zh: '照办' },
  stricter: { en: 'Made stricter', zh: '加严' },
  exempted: { en: 'Not applicable here, with a reason', zh: '不适用（附理由）' },
} as const satisfies Words;

/** Ties between directives that replace nothing. */
export const LINKS = {
  reinforces: { en: 'Reinforces', zh: '再部署' },
  continues: { en: 'Continues', zh: '继续执行' },
} as const satisfies Words;

/** How a directive reached somebody; being there is not signing for it. */
export const CHANNELS = {
  system: { en: 'Through the system', zh: '系统送达' },
  attendance: { en: 'By attending the meeting', zh: '参会送达' },
  paper: { en: 'On paper', zh: '纸质送达' },
} as const satisfies Words;

/** What stands in a text where something was lost. */
export const DAMAGES = {
  mojibake: { en: 'Unreadable characters', zh: '乱码' },
  'lost-character': { en: 'Characters were lost', zh: '缺字' },
  incomplete: { en: 'The text breaks off', zh: '文本残缺' },
} as const satisfies Words;

export const MEETING_KINDS = {
  standingCommittee: { en: 'Standing committee meeting', zh: '常委会会议' },
  leadingGroup: { en: 'Leading group meeting', zh: '领导小组会议' },
  special: { en: 'Special meeting', zh: '专题会议' },
  consultation: { en: 'Consultation', zh: '会商会' },
  dispatch: { en: 'Dispatch meeting', zh: '调度会' },
  continuation: { en: 'Continuation meeting', zh: '续会' },
  work: { en: 'Work meeting', zh: '工作会议' },
} as const satisfies Words;

export const MEETING_FORMS = {
  inPerson: { en: 'In person', zh: '现场会议' },
  tvTelephone: { en: 'By television and telephone', zh: '电视电话会议' },
  video: { en: 'By video', zh: '视频会议' },
  notStated: { en: 'Not stated', zh: '未说明' },
} as const satisfies Words;

/** What somebody did at a meeting. */
export const MEETING_ROLES = {
  chair: { en: 'Chairs', zh: '主持' },
  speaks: { en: 'Speaks', zh: '讲话' },
  arranges: { en: 'Makes detailed arrangements', zh: '部署' },
  attends: { en: 'Attends', zh: '出席' },
  listens: { en: 'Listens and watches', zh: '收听收看' },
  reports: { en: 'Reports', zh: '汇报' },
} as const satisfies Words;

export const VENUE_KINDS = {
  main: { en: 'Main venue', zh: '主会场' },
  branch: { en: 'Branch venue', zh: '分会场' },
} as const satisfies Words;
