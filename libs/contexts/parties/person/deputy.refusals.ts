/** Why nobody is named deputy, or no absence is entered. */
export const DEPUTY_REFUSALS = {
  IN_PERSON: {
    en: 'This is done in person: nobody does it in the name of somebody for whom they stand in.',
    zh: '须由本人办理，代行期间不得以A角名义办理。',
  },
  NOT_THE_ABSENT_ONE: {
    en: 'Everybody reports their own absence; the head of the body enters that of others.',
    zh: '离岗由本人报告，他人的由机构负责人登记。',
  },
  OWN_ABSENCE: { en: 'Your own absence you report yourself.', zh: '本人离岗由本人报告。' },
  OWN_DEPUTY: {
    en: 'Nobody names themselves deputy, or enters the absence in which they would act.',
    zh: '不得指定本人为B角，也不得登记由本人代行的离岗。',
  },
  SAME_PERSON: { en: 'The deputy is somebody else.', zh: 'B角须为他人。' },
  ALREADY_DEPUTY: { en: 'This person is the deputy already.', zh: '该人员已是B角。' },
  DEPUTY_NOT_IN_BODY: { en: 'The deputy holds no post of this body then.', zh: '该人员届时未在该机构任职。' },
  DEPUTY_ABSENT: { en: 'The deputy is reported absent then.', zh: '该人员届时已报离岗。' },
  NO_DEPUTY: { en: 'No deputy is named for this post.', zh: '该岗位未指定B角。' },
  BOTH_ABSENT: {
    en: 'Principal and deputy are not absent together: the head names another deputy first, or enters it.',
    zh: 'AB角不得同时离岗：须先由机构负责人另行指定B角，或由其登记。',
  },
  ABSENCE_OVERLAPS: { en: 'An absence is on record for that time already.', zh: '该时段已有离岗记录。' },
  ABSENCE_ENDS_FIRST: { en: 'An absence ends after it begins.', zh: '离岗截止时间须晚于起始时间。' },
  NOT_ABSENT: { en: 'No such absence is on record, or it is over.', zh: '没有该次离岗记录，或已结束。' },
} as const;

export type DeputyRefusal = keyof typeof DEPUTY_REFUSALS;
