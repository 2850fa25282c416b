import { optional, shownText, pointer, count, ratio } from '#kernel';
import { rowOf, type PartData } from '#kernel';

export const closureRateRow = rowOf(
  'ClosureRate',
  'How many of the findings confirmed in a period are struck off, in their state at the moment asked for.',
  '期内认定的问题在查询时点的销号情况。',
  {
    group: optional(shownText('The class or severity of this group.', '分组：类别或严重程度。')),
    unit: optional(pointer('The unit of this group.', '分组：责任单位。')),
    verifier: optional(pointer('The verifier of this group.', '分组：核查人。')),
    confirmed: count(
      'Confirmed in the period: those whose confirmation the log took in it.',
      '期内认定数（按认定的记录时间）。',
    ),
    voided: count('Of these, voided since.', '其中已作废数。'),
    merged: count('Of these, merged into others since.', '其中已并案数。'),
    counted: count(
      'What the rate divides by: confirmed, and neither voided nor merged.',
      '分母：认定数减作废数、并案数。',
    ),
    closedOut: count('Struck off; a relapsed finding is not.', '已销号数（反弹的不计）。'),
    rate: optional(ratio('closedOut ÷ counted; null when nothing counts.', '销号率；分母为零时为空。')),
    overdue: count('Open, and past their present due time at that moment.', '查询时点逾期未结数。'),
    dueSoon: count('Open, and due before long at that moment.', '查询时点临近时限数。'),
    onTime: count('Struck off and recorded as done by the original due time.', '按原定时限完成并销号数。'),
    onTimeExtended: count('The same by the present due time.', '按现时限完成并销号数。'),
    late: count(
      'A fix that held was recorded as done after the original due time.',
      '逾期完成数（一经逾期不再改变）。',
    ),
    lateEntries: count(
      'The report of the fix was entered late: neither on time nor late.',
      '报完成为补录的，单独计数，不计按期也不计逾期。',
    ),
    onTimeRate: optional(
      ratio(
        'onTime ÷ (onTime + late); null when there is neither.',
        '按期率：按期数 ÷（按期数 + 逾期数）；均无时为空。',
      ),
    ),
    returned: count('Sent back by a verification or the acceptor at least once.', '曾被退回数。'),
    relapsed: count('Came back after a close-out at least once.', '曾反弹数。'),
  },
);
export type ClosureRate = PartData<typeof closureRateRow>;
