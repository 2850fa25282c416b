import { ANSWER_REFUSALS, type Text } from '#kernel';
import { BEGINNING_REFUSALS } from '../beginning/beginning.rules.js';
import { CORRECTION_REFUSALS } from '../correction.js';
import { PERIOD_REFUSALS } from '../period.js';
import { GOING } from '../staying.js';

/** Why a body says no. */
export const ORGANISATION_REFUSALS = {
  ORGANISATION_EXISTS: { en: 'This organisation exists already.', zh: '该机构已存在。' },
  ORGANISATION_DISSOLVED: { en: 'This organisation is dissolved.', zh: '该机构已撤销。' },
  TERRITORY_NOT_FOUND: { en: 'There is no such territory.', zh: '地域不存在。' },
  PARENT_NOT_FOUND: { en: 'There is no such parent organisation.', zh: '上级机构不存在。' },
  NAME_UNCHANGED: { en: 'It has this name already.', zh: '名称没有变化。' },
  POST_EXISTS: { en: 'This post exists already.', zh: '该岗位已存在。' },
  POST_NOT_THERE: { en: 'The body has no such post.', zh: '该机构没有此岗位。' },
  OWN_BODY: {
    en: 'An administrator of another body has to dissolve it: it is the one that you act for.',
    zh: '不得撤销本人所代表的机构，须由其他机构的系统管理员办理。',
  },
  OWN_END_AHEAD: GOING,
  ...CORRECTION_REFUSALS,
  ...BEGINNING_REFUSALS,
  OCCURRED_BEFORE: ANSWER_REFUSALS.OCCURRED_BEFORE,
  BEFORE_1949: PERIOD_REFUSALS.BEFORE_1949,
} as const satisfies Record<string, Text>;

export type OrganisationRefusal = keyof typeof ORGANISATION_REFUSALS;
