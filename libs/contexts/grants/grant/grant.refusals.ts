import { GOING } from '#contexts/parties';
import type { Text } from '#kernel';

export const GRANT_REFUSALS = {
  GRANTEE_UNCLEAR: {
    en: 'A grant goes to one person, or to one post of a body.',
    zh: '授权须指明一名人员，或一个机构的一个岗位。',
  },
  GRANTEE_NOT_FOUND: { en: 'There is no such person or post.', zh: '该人员或岗位不存在。' },
  REACH_DOES_NOT_FIT: {
    en: 'Roles of units are granted for a body, administrators and the public over nothing, all others over a place.',
    zh: '单位角色须指明机构，系统管理员与公众不指明范围，其他角色须指明地域。',
  },
  REACH_NOT_FOUND: { en: 'There is no such place or body.', zh: '授权地域或机构不存在。' },
  ENDS_BEFORE_IT_BEGINS: { en: 'A period cannot end before it begins.', zh: '截止时间不能早于起始时间。' },
  ADMINISTRATION_WITHOUT_SET_END: {
    en: 'Administration has no set end: another administrator ends it, so that somebody is always left.',
    zh: '系统管理权限不设截止时间，须由其他系统管理员终止，以确保始终有人管理。',
  },
  ADMINISTRATION_BY_NAME: {
    en: 'Administration is granted to a person, not to a post: two say who administers, and one who is appointed.',
    zh: '系统管理权限须授予本人，不得授予岗位：系统管理员须两人决定，任职则由一人办理。',
  },
  GRANTED_ALREADY: { en: 'They have this already, or it waits for approval.', zh: '已有相同授权，或正待批准。' },
  ROLES_EXCLUDE_EACH_OTHER: {
    en: 'Administrators hold no other role, and nobody supervises and reports for a unit at once.',
    zh: '系统管理员不得兼任其他角色；督查与单位填报不得由同一人担任。',
  },
  OWN_GRANT: { en: 'Nobody grants anything to themselves or approves it.', zh: '不得为本人授权或批准本人的授权。' },
  OWN_ADMINISTRATION: {
    en: 'Another administrator has to end this: nobody gives administration up by themselves.',
    zh: '须由其他系统管理员终止：不得自行放弃系统管理权限。',
  },
  OWN_END_AHEAD: GOING,
  OWN_PROPOSAL: { en: 'Somebody else has to decide on it than proposed it.', zh: '须由提议人以外的人决定。' },
  GRANT_NOT_FOUND: { en: 'There is no such grant.', zh: '该授权不存在。' },
  NOT_PROPOSED: { en: 'It does not wait for approval.', zh: '该授权不在待批准状态。' },
  HAS_ENDED: { en: 'It has ended.', zh: '该授权已终止。' },
  FOUNDED_ALREADY: { en: 'There was a first administrator already.', zh: '首任系统管理员已设立。' },
  NOT_THE_FIRST: { en: 'Only the first administrator hands over, and once.', zh: '仅首任系统管理员可移交，且仅一次。' },
  NOT_NAMED_TO_FOLLOW: {
    en: 'The record of the first administrator does not name this person.',
    zh: '首任系统管理员的记录未指定此人接任。',
  },
  TAKES_TWO_OTHERS: { en: 'Two others take over, not one.', zh: '须移交给两名不同的其他人员。' },
  CANNOT_SIGN_IN: {
    en: 'Who takes over has to have a post without a set end, and an account that can be used.',
    zh: '接任人须有未登记离任时间的在任岗位和可用账号。',
  },
  REASON_REQUIRED: { en: 'A reason is required.', zh: '须说明理由。' },
} as const satisfies Record<string, Text>;

export type GrantRefusal = keyof typeof GRANT_REFUSALS;
