import { ANSWER_REFUSALS, type Text } from '#kernel';
import { CORRECTION_REFUSALS } from '../correction.js';
import { PERIOD_REFUSALS } from '../period.js';
import { GOING } from '../staying.js';
import { DEPUTY_REFUSALS } from './deputy.refusals.js';

/** Why the record of a person says no. */
export const PERSON_REFUSALS = {
  ...ANSWER_REFUSALS,
  ...CORRECTION_REFUSALS,
  ...PERIOD_REFUSALS,
  ...DEPUTY_REFUSALS,
  PERSON_NOT_THERE: { en: 'There is no such person.', zh: '该人员不存在。' },
  PERSON_EXISTS: { en: 'This person is registered already.', zh: '该人员已登记。' },
  ORGANISATION_NOT_FOUND: { en: 'There is no such active organisation.', zh: '机构不存在或已撤销。' },
  POST_NOT_FOUND: { en: 'The organisation has no such post.', zh: '该机构没有此岗位。' },
  ALREADY_IN_POST: { en: 'The person holds this post already.', zh: '该人员已任此职。' },
  PERIODS_OVERLAP: { en: 'The person held this post at that time already.', zh: '任职期间与此前记录重叠。' },
  POST_NOT_HELD: { en: 'The person does not hold this post.', zh: '该人员未任此职。' },
  OWN_POST: {
    en: 'Another administrator has to enter this: nobody begins, ends or corrects their own appointment.',
    zh: '须由其他系统管理员登记：不得登记、终止或更正本人的任职。',
  },
  OWN_END_AHEAD: GOING,
  END_NOT_COME: { en: 'The end of the appointment has not come.', zh: '任职尚未到期。' },
  ENDS_BEFORE_IT_BEGINS: { en: 'A period cannot end before it begins.', zh: '离任时间不能早于任职时间。' },
} as const satisfies Record<string, Text>;

export type PersonRefusal = keyof typeof PERSON_REFUSALS;
