import { vocabulary } from '#kernel';

export const MEETING_KINDS = vocabulary('MeetingKind', 'The nature of a meeting.', '会议类别。', {
  standingCommittee: { en: 'Standing committee meeting', zh: '常委会会议' },
  leadingGroup: { en: 'Leading group meeting', zh: '领导小组会议' },
  special: { en: 'Special meeting', zh: '专题会议' },
  consultation: { en: 'Consultation', zh: '会商会' },
  dispatch: { en: 'Dispatch meeting', zh: '调度会' },
  continuation: { en: 'Continuation meeting', zh: '续会' },
  work: { en: 'Work meeting', zh: '工作会议' },
});

export const MEETING_FORMS = vocabulary('MeetingForm', 'How it was held.', '会议形式。', {
  inPerson: { en: 'In person', zh: '现场会议' },
  tvTelephone: { en: 'By television and telephone', zh: '电视电话会议' },
  video: { en: 'By video', zh: '视频会议' },
  notStated: { en: 'Not stated', zh: '未说明' },
});

export const MEETING_ROLES = vocabulary('MeetingRole', 'What somebody did there.', '参会角色。', {
  chair: { en: 'Chairs', zh: '主持' },
  speaks: { en: 'Speaks', zh: '讲话' },
  arranges: { en: 'Makes detailed arrangements', zh: '部署' },
  attends: { en: 'Attends', zh: '出席' },
  listens: { en: 'Listens and watches', zh: '收听收看' },
  reports: { en: 'Reports', zh: '汇报' },
});

export const VENUE_KINDS = vocabulary('VenueKind', 'Where people sat.', '会场类型。', {
  main: { en: 'Main venue', zh: '主会场' },
  branch: { en: 'Branch venue', zh: '分会场' },
});
