import { count, instant, list, optional, part, partOf, pointer, rowOf, type PartData } from '#kernel';

const figure = partOf(
  'Figure',
  {
    now: count('At the moment looked at.', '查询时点。'),
    weeks: list(count('At the same time four, three, two and one weeks before.', '前四周同一时刻，由远及近。'), 4),
  },
  { en: 'How many there are, beside its own last four weeks.', zh: '数量及其前四周。' },
);

const place = partOf(
  'PlaceFigures',
  {
    territory: pointer('The place.', '属地。'),
    dutyPoints: count('How many duty points lie there and below.', '责任点数。'),
    territorial: count('Of these, without a territorial party.', '缺属地责任的责任点数。'),
    departmental: count('Of these, without a departmental party.', '缺部门责任的责任点数。'),
    unit: count('Of these, without a unit.', '缺单位责任的责任点数。'),
    individual: count('Of these, without an individual.', '缺个人责任的责任点数。'),
  },
  { en: 'How the duty points of a place are held.', zh: '一地四方责任。' },
);

const order = partOf(
  'OrderReach',
  {
    directive: pointer('The order.', '部署。'),
    issuer: pointer('The body that issued it.', '发文机构。'),
    issuedAt: optional(instant('When it was issued.', '印发时间。')),
    bodies: count('To how many bodies it went, at all levels.', '各级收文机构数。'),
    delivered: count('Of these, whom it reached.', '已送达数。'),
    acknowledged: count('Of these, who signed for it.', '已签收数。'),
    passedOn: count('Of these, who passed it on.', '已向下传达数。'),
  },
  { en: 'How far an order came.', zh: '部署传达情况。' },
);

export const overviewRow = rowOf(
  'Overview',
  'What there is to answer for, within reach, at a moment.',
  '指挥部总览。',
  {
    at: instant('The moment looked at.', '查询时点。'),
    unowned: part(
      figure,
      'Duties that nobody holds, in whole or for a party: each once.',
      '无人承担的责任点（每点计一次）。',
    ),
    open: part(figure, 'Findings that are confirmed and not struck off.', '已认定、未销号的问题。'),
    dueSoon: part(figure, 'Of these, due before long.', '其中临近时限的。'),
    overdue: part(figure, 'Of these, past their due time.', '其中已逾期的。'),
    recurred: part(figure, 'Of these, come back after a close-out.', '其中曾销号又反弹的。'),
    places: list(part(place, 'The places right below the one asked for.', '所查属地的下一级各地。'), 30),
    recordedToday: count(
      'Events that the log recorded on the day of that moment in China, counted up to a thousand.',
      '当日（中国时间）入日志的事件数，最多计至一千。',
    ),
    orders: list(part(order, 'The newest orders in force.', '最近执行中的部署。'), 4),
  },
);

export type Overview = PartData<typeof overviewRow>;
