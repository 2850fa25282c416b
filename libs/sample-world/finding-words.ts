import type { FindingClass } from '#contexts/findings';
import type { Chance, Some } from './chance.js';

/** What inspectors see: a class of shortcoming, where, and in which words. */
export interface Sight {
  readonly class: FindingClass;
  readonly place: string;
  readonly description: string;
}

const seen = (kind: FindingClass, place: string, description: string): Sight => ({
  class: kind,
  place,
  description,
});

const SIGHTS: Some<Sight> = [
  seen('inadequateControl', '主入口', '午间无人查验来访人员，当日登记表该时段无记录。'),
  seen('responsibilityNotEnforced', '值班室', '夜班值班表只有岗位没有姓名，值班电话两次无人接听。'),
  seen('responsibilityNotEnforced', '公共区域', '公共区域消毒记录本周多日晚间一次无人签字。'),
  seen('insufficientCapacity', '物资库', '防护物资储备仅够两日，未达到七日标准。'),
  seen('reportingBreach', '办公室', '上周日报三次迟报，一次日期有误。'),
  seen('inadequateControl', '冷库卸货区', '先卸货后查验单证，当日台账系事后补记。'),
  seen('sealedWithoutControl', '侧门', '侧门台账为封闭管理，现场门锁敞开、有人通行。'),
  seen('insensitiveSentinel', '预检分诊处', '两名发热患者登记时未询问来源地。'),
  seen('lateTracing', '值班室', '协查函三十一小时后回复，超过二十四小时时限。'),
  seen('withoutApproval', '礼堂', '举办约三百人参加的集市活动，未履行报备手续。'),
];

const STANDARDS: Some<string> = [
  '各班次均有专人，记录逐次签字',
  '按标准补足并建立月度盘点',
  '整改到位并保持三十日无同类问题',
];

const MEASURES: Some<readonly [cause: string, measure: string, standard: string]> = [
  ['未明确到岗到人', '修订值班表并公示', '每班有人、有签字'],
  ['交接未列入清单', '交接清单增设该项', '交接双方签字'],
  ['培训未覆盖新员工', '两周内完成培训', '考核合格'],
  ['经费未列支', '调整预算并采购', '验收入库'],
];

const ROOT_CAUSES: Some<string> = ['责任未落实到具体岗位', '制度更新后未组织培训', '检查流于形式，发现后未跟进'];

const REASONS = {
  dismissed: '经核实与事实不符',
  voided: '重复登记',
  returned: '措施未针对原因',
  refused: '佐证材料不完整',
  reopened: '回头看发现同类问题再次出现',
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
