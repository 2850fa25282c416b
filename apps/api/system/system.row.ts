import {
  count,
  flag,
  instant,
  list,
  optional,
  part,
  partOf,
  pointer,
  ratio,
  rowOf,
  shownText,
  vocabulary,
  word,
  type PartData,
} from '#kernel';
import type { ShownSetting } from './shown-settings.js';

/** What a table of a view is for. */
export const VIEW_STATES = vocabulary('ViewState', 'What a table of a view is for.', '视图表的用途。', {
  building: { en: 'Being filled', zh: '正在重建' },
  ready: { en: 'Filled, about to be read', zh: '已就绪，待切换' },
  serving: { en: 'Read', zh: '使用中' },
  former: { en: 'Read before, kept up to date', zh: '上一版，可切回' },
  earlier: { en: 'Of another release', zh: '其他版本程序的表' },
});

/** Where the value of a setting comes from. */
export const SETTING_SOURCES = vocabulary(
  'SettingSource',
  'Where the value of a setting comes from.',
  '配置值的来源。',
  {
    default: { en: 'Default', zh: '默认' },
    environment: { en: 'Environment variable', zh: '环境变量' },
  } satisfies Record<ShownSetting['source'], { en: string; zh: string }>,
);

const name = (en: string, zh: string) => shownText(en, zh, 200);
const position = (en: string, zh: string) => optional(shownText(en, zh, 20));

const view = partOf(
  'ViewStanding',
  {
    name: name('Which view.', '视图名。'),
    version: count('Its version.', '版本。'),
    build: count('Which build of it.', '重建序号。'),
    state: word(VIEW_STATES, 'What it is for.', '用途。'),
    position: position('How far it has come; nowhere, if absent.', '已读到的日志位置。'),
    eventsBehind: count('Events it has not read yet, counted up to a thousand.', '未读事件数，最多计至一千。'),
    secondsBehind: ratio('How long the first of them has waited.', '其中最早一条已等待的秒数。'),
    parked: count('Streams that it cannot get past.', '无法越过的事件流数。'),
  },
  { en: 'How far a table of a view has come.', zh: '视图表进度。' },
);

const parked = partOf(
  'ParkedStream',
  {
    follower: name('Which view, policy or timer waits.', '等待的视图、策略或定时器。'),
    stream: pointer('Which stream; later events of it wait, those of others do not.', '事件流。'),
    position: shownText('The first event that is held back.', '最早被搁置的事件位置。', 20),
    error: shownText('Why: the name of an error and its message.', '原因：错误名与说明。', 500),
  },
  { en: 'A stream that a follower cannot get past.', zh: '被搁置的事件流。' },
);

const alarm = partOf(
  'SystemAlarm',
  {
    name: name('A stable word for it, as /health/ready tells it.', '告警名，与 /health/ready 一致。'),
    of: name('Which one of several.', '对象。'),
    said: shownText(
      'What it is and what helps, in the language of Accept-Language.',
      '说明与处置，语言随 Accept-Language。',
      1_000,
    ),
    facts: list(name('Ids, codes and figures.', '编号、代码与数值。'), 20),
  },
  { en: 'Something that an operator should look into.', zh: '需要处置的告警。' },
);

const measure = partOf(
  'SystemMeasure',
  {
    name: name('As /metrics tells it, without what stands before all.', '指标名，与 /metrics 一致（略去前缀）。'),
    of: optional(name('Which one of several.', '对象。')),
    said: shownText('What it is, in the language of Accept-Language.', '说明，语言随 Accept-Language。', 500),
    value: ratio('How much.', '数值。'),
  },
  { en: 'A figure that was measured now.', zh: '实时指标。' },
);

const setting = partOf(
  'SystemSetting',
  {
    name: name('The variable.', '变量名。'),
    value: optional(
      shownText('What it is set to; addresses without who signs in there.', '取值；地址不含用户名与口令。', 2_000),
    ),
    source: word(SETTING_SOURCES, 'Where that comes from.', '来源。'),
    masked: flag('Something is set that nobody is shown.', '已设置但不显示。'),
  },
  { en: 'A setting of the server, read once at its start.', zh: '服务器配置项，启动时读取一次。' },
);

export const systemRow = rowOf('System', 'How the server stands.', '系统状况。', {
  at: instant('The time of the log.', '日志时间。'),
  head: position('The last position of the log; nowhere, if absent.', '日志末端位置。'),
  testClockFrom: optional(
    instant('From when a log of stories and trials has a clock of its own.', '演示与试用日志的时钟起点。'),
  ),
  failing: list(name('What must work and does not: requests are not welcome.', '未就绪的部分。'), 20),
  views: list(part(view, 'Every table of every view.', '各视图表。'), 500),
  parked: list(part(parked, 'What followers cannot get past.', '被搁置的事件流。'), 100),
  alarms: list(part(alarm, 'What stands now.', '当前告警。'), 100),
  measures: list(part(measure, 'What was measured now.', '实时指标。'), 100),
  settings: list(part(setting, 'What is in effect.', '生效的配置。'), 100),
});

export type System = PartData<typeof systemRow>;

export const freshnessRow = rowOf('Freshness', 'How far lists are behind the log.', '列表与日志的差距。', {
  head: position('The last position of the log.', '日志末端位置。'),
  reached: position('The position that all lists show.', '各列表均已显示到的位置。'),
  eventsBehind: count('Events between the two, counted up to a thousand.', '其间事件数，最多计至一千。'),
  secondsBehind: ratio('How long the first of them has waited.', '其中最早一条已等待的秒数。'),
});

export type Freshness = PartData<typeof freshnessRow>;
