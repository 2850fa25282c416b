import type { FindingClass } from '#contexts/findings';
import { bilingual } from '#kernel';
import type { Chance, Some } from './chance.js';

/** What inspectors see: a class of shortcoming, where, and in which words. */
export interface Sight {
  readonly class: FindingClass;
  readonly place: string;
  readonly description: string;
}

const seen = (kind: FindingClass, place: string, [en, zh]: readonly [string, string]): Sight => ({
  class: kind,
  place,
  description: bilingual({ en, zh }),
});

const SIGHTS: Some<Sight> = [
  seen('inadequateControl', '主入口 Main entrance', [
    'Nobody checked visitors at the main entrance between noon and half past one; the list of the day has no entries for it.',
    '午间无人查验来访人员，当日登记表该时段无记录。',
  ]),
  seen('responsibilityNotEnforced', '值班室 Duty room', [
    'The rota names a post but no person for the night shift, and the telephone rang unanswered twice.',
    '夜班值班表只有岗位没有姓名，值班电话两次无人接听。',
  ]),
  seen('responsibilityNotEnforced', '公共区域 Public area', [
    'The disinfection record of the public area has no signature for the evening round on several days of this week.',
    '公共区域消毒记录本周多日晚间一次无人签字。',
  ]),
  seen('insufficientCapacity', '物资库 Store', [
    'The reserve of protective material would last two days instead of the seven that are required.',
    '防护物资储备仅够两日，未达到七日标准。',
  ]),
  seen('reportingBreach', '办公室 Office', [
    'The daily report of the week before was sent late on three days, and once for the wrong date.',
    '上周日报三次迟报，一次日期有误。',
  ]),
  seen('inadequateControl', '冷库卸货区 Unloading bay', [
    'Goods were unloaded before their papers were checked; the ledger of the day was filled in afterwards.',
    '先卸货后查验单证，当日台账系事后补记。',
  ]),
  seen('sealedWithoutControl', '侧门 Side gate', [
    'The side gate is sealed on paper; its lock was open and people passed through.',
    '侧门台账为封闭管理，现场门锁敞开、有人通行。',
  ]),
  seen('insensitiveSentinel', '预检分诊处 Triage desk', [
    'Two patients with fever were registered without being asked where they had come from.',
    '两名发热患者登记时未询问来源地。',
  ]),
  seen('lateTracing', '值班室 Duty room', [
    'A letter asking for help was answered after thirty-one hours; twenty-four were allowed.',
    '协查函三十一小时后回复，超过二十四小时时限。',
  ]),
  seen('withoutApproval', '礼堂 Hall', [
    'A fair with some three hundred visitors was held without having been filed.',
    '举办约三百人参加的集市活动，未履行报备手续。',
  ]),
];

const STANDARDS: Some<string> = [
  '各班次均有专人，记录逐次签字 Somebody in every shift, every entry signed',
  '按标准补足并建立月度盘点 Made up to the standard and counted every month',
  '整改到位并保持三十日无同类问题 Mended, and thirty days without the same again',
];

const MEASURES: Some<readonly [cause: string, measure: string, standard: string]> = [
  [
    '未明确到岗到人 No post was named',
    '修订值班表并公示 Revise the rota and post it',
    '每班有人、有签字 A signature in every shift',
  ],
  ['交接未列入清单 Not on the handover list', '交接清单增设该项 Add it to the handover list', '交接双方签字 Both sign'],
  ['培训未覆盖新员工 New staff were not trained', '两周内完成培训 Train them within two weeks', '考核合格 They pass'],
  ['经费未列支 No money was set aside', '调整预算并采购 Change the budget and buy', '验收入库 Received and counted'],
];

const ROOT_CAUSES: Some<string> = [
  '责任未落实到具体岗位 The duty had not been given to a post',
  '制度更新后未组织培训 Nobody was trained after the rules had changed',
  '检查流于形式，发现后未跟进 Checks were made for form, and nothing followed from them',
];

const REASONS = {
  dismissed: '经核实与事实不符 On a second look it was not so',
  voided: '重复登记 Recorded twice',
  returned: '措施未针对原因 The measures do not meet the cause',
  refused: '佐证材料不完整 The evidence is incomplete',
  reopened: '回头看发现同类问题再次出现 The look-back found the same again',
} as const;

/** What is written about a finding, by chance. */
export class Phrases {
  readonly reasons = REASONS;

  constructor(private readonly chance: Chance) {}

  sight(): Sight {
    return this.chance.pick(SIGHTS);
  }

  standard(): string {
    return this.chance.pick(STANDARDS);
  }

  measure(): { readonly cause: string; readonly measure: string; readonly standard: string } {
    const [cause, measure, standard] = this.chance.pick(MEASURES);
    return { cause, measure, standard };
  }

  rootCause(): string {
    return this.chance.pick(ROOT_CAUSES);
  }
}
