import { vocabulary } from '#kernel';

/** R5: what somebody ticks, with proof, before a finding is struck off. */
export const TICKED_CONDITIONS = vocabulary(
  'TickedCondition',
  'What is ticked, with proof, before a finding is struck off.',
  '销号前逐项确认并附证据的条件。',
  {
    conductHandled: { en: 'Unlawful conduct is handled', zh: '违法违规行为已处理' },
    standardMet: { en: 'The effect meets the standard', zh: '整改效果达到标准' },
    sameKindFixed: { en: 'Problems of the same kind in the unit are fixed', zh: '本单位同类问题已整改' },
    causeRemoved: {
      en: 'The cause is removed at its source and a lasting mechanism is in place',
      zh: '源头治理到位、长效机制已建立',
    },
  },
);
/** R5: what the record itself answers. */
export const COMPUTED_CONDITIONS = vocabulary(
  'ComputedCondition',
  'What the record itself answers before a finding is struck off.',
  '由记录自动核对的销号条件。',
  {
    measuresDone: { en: 'All measures are done', zh: '各项措施均已完成' },
    verifiersHeard: { en: 'Every verifier has recorded a result', zh: '各核查人均已作出结论' },
    propagationFinished: { en: 'The propagation is finished', zh: '举一反三已完成' },
    noOpenChild: { en: 'No item below it is open', zh: '无未结下级事项' },
    noticeOver: { en: 'The notice period is over without an upheld objection', zh: '公示期满且无成立的异议' },
  },
);
/** Every condition of a close-out: some were ticked in the past that the record answers today. */
export const CONDITIONS = vocabulary('CloseOutCondition', 'A condition of a close-out.', '销号条件。', {
  ...COMPUTED_CONDITIONS.words,
  ...TICKED_CONDITIONS.words,
});
