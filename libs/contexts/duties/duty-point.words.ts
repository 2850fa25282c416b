import { vocabulary, type WordOf } from '#kernel';

/** The four parties that can answer for a duty (四方责任). */
export const PARTIES = vocabulary('Party', 'One of the four parties.', '四方责任之一。', {
  territorial: { en: 'Territorial: party committee and government of the place', zh: '属地' },
  departmental: { en: 'Departmental: regulator of the line', zh: '部门' },
  unit: { en: 'Unit: the body that runs the place or activity', zh: '单位' },
  individual: { en: 'Individual: a natural person in a post', zh: '个人' },
});

/** Kinds of gap that are detected so far (A7). */
export const GAP_KINDS = vocabulary('GapKind', 'What kind of gap it is.', '责任空白类型。', {
  'no-holder': { en: 'A required party is held by nobody', zh: '责任方无人认领' },
  'holder-inactive': {
    en: 'Its lead is inactive: the person has left, or the body is dissolved',
    zh: '牵头责任人已失效（离任或机构撤销）',
  },
  'orphan-step': { en: 'The steps before and after are held by different bodies, this one by none', zh: '环节悬空' },
});

/** What closes a gap, as far as the record tells. */
export const GAP_ACTIONS = vocabulary('GapAction', 'What would close a gap.', '补位建议。', {
  'extend-neighbour': { en: 'Who holds the step beside it holds this one, too', zh: '由相邻环节的责任单位一并承担' },
  'name-lead': { en: 'The place names a lead', zh: '由属地指定牵头责任人' },
  'name-successor': { en: 'The place names who follows', zh: '由属地指定接任人' },
});

/** Why the order behind a duty holds no longer. */
export const BASIS_ENDS = vocabulary('BasisEnd', 'Why the order behind a duty holds no longer.', '依据终止原因。', {
  withdrawn: { en: 'Withdrawn', zh: '撤回' },
  revoked: { en: 'Revoked', zh: '撤销' },
  superseded: { en: 'Another order took its place', zh: '被替代' },
});

/** Where a step stands beside another. */
export const SIDES = vocabulary('StepSide', 'Where a step stands beside this one.', '相邻环节的位置。', {
  previous: { en: 'Before it', zh: '上一环节' },
  next: { en: 'After it', zh: '下一环节' },
});

export const CAPACITIES = vocabulary('HolderCapacity', 'How one holds a duty.', '主办或协办。', {
  lead: { en: 'Lead', zh: '主办（牵头）' },
  assisting: { en: 'Assisting', zh: '协办（配合）' },
});

/** A12: whether the holder is one that the party is for. */
export const FITS = vocabulary('HolderFit', 'Whether the holder fits the party.', '责任人与责任方是否相符。', {
  fits: { en: 'By the record it does', zh: '相符' },
  unverified: {
    en: 'The record does not say: no line, or no operator, is named',
    zh: '未核实（未登记条线或运营单位）',
  },
});

/** Who signs a handover: both sides, or the superior for a holder who is gone. */
export const SIGNATORIES = vocabulary('Signatory', 'Who signs a handover.', '移交签字方。', {
  outgoing: { en: 'The holder who hands over', zh: '移交人' },
  incoming: { en: 'The holder who takes over', zh: '接收人' },
  superior: { en: 'The superior, for a holder who is gone', zh: '上级（原责任人已离任）' },
});

export type Fit = WordOf<typeof FITS>;
export type Signatory = WordOf<typeof SIGNATORIES>;
export type Party = WordOf<typeof PARTIES>;
export type GapKind = WordOf<typeof GAP_KINDS>;
export type Side = WordOf<typeof SIDES>;

export const SIDES_OF_A_STEP: readonly Side[] = ['previous', 'next'];

/** Where the one step stands when the other stands here. */
export const opposite = (side: Side): Side => (side === 'previous' ? 'next' : 'previous');
