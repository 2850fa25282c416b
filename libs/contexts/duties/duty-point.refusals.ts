import { CORRECTION_REFUSALS } from '#contexts/parties';
import { ANSWER_REFUSALS, TWIN_REFUSALS } from '#kernel';

/** Why a duty point says no. */
export const dutyPointRefusals = {
  ...ANSWER_REFUSALS,
  ...CORRECTION_REFUSALS,
  ...TWIN_REFUSALS,
  ALREADY_DEFINED: { en: 'This duty point is defined already.', zh: '该责任点已设立。' },
  NOT_DEFINED: { en: 'There is no such duty point.', zh: '该责任点不存在。' },
  NO_SUCH_TERRITORY: { en: 'There is no such territory.', zh: '地域不存在。' },
  NO_PARTY: { en: 'A duty point requires at least one party.', zh: '责任点至少要求一个责任方。' },
  NO_PLACE: { en: 'Name a place or a place type.', zh: '须写明地点或场所类型。' },
  NO_SUCH_NEIGHBOUR: { en: 'The neighbouring step is not defined.', zh: '相邻环节尚未设立。' },
  NEIGHBOURS_THE_SAME: { en: 'The previous and the next step must differ.', zh: '上一环节与下一环节不能相同。' },
  NEIGHBOUR_OF_ITSELF: { en: 'A step is no neighbour of itself.', zh: '环节不能与自身相邻。' },
  LINKED_ALREADY: { en: 'The two steps are linked so already.', zh: '两个环节已如此衔接。' },
  SIDE_TAKEN: {
    en: 'Another step stands on that side already: undo that link first.',
    zh: '该位置已与其他环节衔接，须先解除。',
  },
  NOT_LINKED: { en: 'That step does not stand beside this one.', zh: '两个环节未衔接。' },
  NO_SUCH_LINK: { en: 'No such link is asked for.', zh: '没有此项衔接申请。' },
  NOT_LINKED_THERE: { en: 'The record of the other step does not say so.', zh: '相邻环节的记录与此不符。' },
  PARTY_NOT_REQUIRED: { en: 'This duty point does not require that party.', zh: '该责任点不要求此责任方。' },
  LEAD_ALREADY_NAMED: { en: 'That party has its one lead already.', zh: '该责任方已有唯一的牵头责任人。' },
  NO_SUCH_ORGANISATION: { en: 'There is no such organisation.', zh: '机构不存在。' },
  NOT_IN_THAT_POST: {
    en: 'That person does not hold that post of that organisation at that time.',
    zh: '此人在该时点未担任该机构的该岗位。',
  },
  HOLDER_MAY_NOT: {
    en: 'That person has no role there that may hold this duty at that time.',
    zh: '此人在该时点没有可承担此责任的角色，或其角色范围不及于此责任点。',
  },
  INDIVIDUAL_NEEDS_PERSON_AND_POST: {
    en: 'The individual party is a natural person in a post: name both.',
    zh: '个人责任须落实到自然人及其岗位，两者均须写明。',
  },
  HOLDER_DOES_NOT_FIT: {
    en: 'Such a holder cannot be this party: territorial is a committee, government or headquarters of the place or above it, departmental a body of the line, unit the body that runs the place, individual somebody of the unit.',
    zh: '责任人与责任方不符：属地须为该地或上级的党委、政府、指挥部；部门须为本条线；单位须为场所运营单位；个人须为该单位人员。',
  },
  NOT_ACCEPTED_YET: { en: 'Nobody has accepted this assignment yet.', zh: '该责任分工尚未认领。' },
  NO_SUCH_TRANSFER: { en: 'No such handover waits for signatures.', zh: '没有待签署的此项移交。' },
  SIGNED_ALREADY: { en: 'You have signed this handover already.', zh: '您已签署该移交。' },
  NOT_YOURS_TO_SIGN: {
    en: 'Only who hands over and who takes over sign, each in person where a person is named.',
    zh: '只能由移交人和接收人签署；落实到个人的须由本人签署。',
  },
  STARTS_IN_FUTURE: { en: 'An assignment cannot begin after it is made.', zh: '责任分工的起始时间不能晚于作出时间。' },
  NO_SUCH_ASSIGNMENT: { en: 'There is no such assignment in force.', zh: '没有此项有效的责任分工。' },
  ASSIGNMENT_ID_TAKEN: { en: 'This assignment id is taken.', zh: '该分工编号已被使用。' },
  NOT_THE_HOLDER: {
    en: 'Only the holder accepts: the organisation named, and for an individual duty the person named, in person.',
    zh: '只能由责任方本身认领：须为所列机构；个人责任须由本人认领。',
  },
  ALREADY_ACCEPTED: { en: 'This assignment is accepted already.', zh: '该责任分工已认领。' },
  HOLDER_STILL_THERE: {
    en: 'By the record the holder is still there at that moment.',
    zh: '按任职记录，责任人在该时点仍在任。',
  },
  WOULD_LEAVE_A_GAP: { en: 'Ending this assignment would leave a gap.', zh: '结束该分工将造成责任空白。' },
  RETIRED: { en: 'This duty point is retired.', zh: '该责任点已撤销。' },
  BASIS_IN_FORCE: { en: 'The order that it rests on is in force.', zh: '所依据的部署仍然有效。' },
  LAST_PARTY: { en: 'A duty point keeps at least one party.', zh: '责任点至少保留一个责任方。' },
} as const;

export type DutyPointRefusal = keyof typeof dutyPointRefusals;
