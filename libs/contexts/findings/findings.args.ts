import { bilingual, type Id } from '#kernel';
import {
  CountedConnection,
  EnumField,
  enumTypeOf,
  FlagField,
  IdField,
  InstantField,
  LookArgs,
  objectTypeOf,
  PageArgs,
  ScopeField,
  TextField,
} from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import {
  AWAITED,
  FINDING_CLASSES,
  FINDING_KINDS,
  RATE_BY,
  SEVERITIES,
  STAGES,
  type Awaited,
  type FindingClass,
  type FindingKind,
  type RatedBy,
  type Severity,
  type Stage,
} from './finding.words.js';
import { findingRow } from './views/finding-card.js';

@ObjectType({ description: bilingual({ en: 'A page of findings.', zh: '问题列表。' }) })
export class FindingConnection extends CountedConnection(objectTypeOf(findingRow), 'FindingCard') {}

/** From an instant on, or before one. */
const PeriodField = (en: string, zh: string) => InstantField({ en, zh, optional: true });

@ArgsType()
export class FindingsArgs extends PageArgs {
  @ScopeField()
  scope?: Id<'territory'>;
  @EnumField(() => enumTypeOf(STAGES), { en: 'Only at these stages.', zh: '按状态筛选。', optional: true, list: 20 })
  status?: Stage[];
  @EnumField(() => enumTypeOf(FINDING_KINDS), { en: 'Only of this kind.', zh: '按来源筛选。', optional: true })
  kind?: FindingKind;
  @EnumField(() => enumTypeOf(FINDING_CLASSES), { en: 'Only of this class.', zh: '按类别筛选。', optional: true })
  class?: FindingClass;
  @EnumField(() => enumTypeOf(SEVERITIES), { en: 'Only of this severity.', zh: '按严重程度筛选。', optional: true })
  severity?: Severity;
  @IdField('organisation', { en: 'Only of this unit.', zh: '按整改责任单位筛选。', optional: true })
  unitId?: Id<'organisation'>;
  @IdField('organisation', { en: 'Only about this body.', zh: '按被检查单位筛选。', optional: true })
  subjectOrgId?: Id<'organisation'>;
  @IdField('dutyPoint', { en: 'Only about this duty point.', zh: '按责任点筛选。', optional: true })
  dutyPointId?: Id<'dutyPoint'>;
  @FlagField({ en: 'Only those struck off, or not.', zh: '按是否销号筛选。', optional: true })
  closedOut?: boolean;
  @FlagField({
    en: 'Only those open past their due time at the moment looked at, or not.',
    zh: '按查询时点是否逾期未结筛选。',
    optional: true,
  })
  overdue?: boolean;
  @FlagField({
    en: 'Only those open and due before long at that moment, or not.',
    zh: '按查询时点是否临近时限筛选。',
    optional: true,
  })
  dueSoon?: boolean;
  @EnumField(() => enumTypeOf(AWAITED), {
    en: 'Only those that wait for an act of the viewer, by stage, role and stake.',
    zh: '仅待我办理的问题（按状态、角色和职责）。',
    optional: true,
  })
  awaiting?: Awaited;
  @TextField(100, { en: 'Only with this text in the name of the place.', zh: '地点名称包含此文字。', optional: true })
  text?: string;
  @IdField('organisation', { en: 'Only those that this body decides on.', zh: '按验收机构筛选。', optional: true })
  acceptorId?: Id<'organisation'>;
  @IdField('person', { en: 'Only those whose present fix this person verifies.', zh: '按核查人筛选。', optional: true })
  verifierId?: Id<'person'>;
  @IdField('person', { en: 'Only those that this person recorded.', zh: '按记录人筛选。', optional: true })
  recorderId?: Id<'person'>;
  @PeriodField('Recorded from this instant on.', '记录时间自（含）。')
  recordedFrom?: string;
  @PeriodField('Recorded before this instant.', '记录时间至（不含）。')
  recordedTo?: string;
  @PeriodField('Happened from this instant on.', '发生时间自（含）。')
  occurredFrom?: string;
  @PeriodField('Happened before this instant.', '发生时间至（不含）。')
  occurredTo?: string;
  @PeriodField('Confirmation recorded from this instant on.', '认定记录时间自（含）。')
  confirmedFrom?: string;
  @PeriodField('Confirmation recorded before this instant.', '认定记录时间至（不含）。')
  confirmedTo?: string;
  @PeriodField('Due from this instant on.', '时限自（含）。')
  dueFrom?: string;
  @PeriodField('Due before this instant.', '时限至（不含）。')
  dueTo?: string;
}

@ArgsType()
export class ClosureRateArgs extends LookArgs {
  @ScopeField()
  scope?: Id<'territory'>;
  @EnumField(() => enumTypeOf(RATE_BY), {
    en: 'One rate for each; otherwise one for all.',
    zh: '分组方式；默认不分组。',
    optional: true,
  })
  by?: RatedBy;
  @TextField(7, {
    pattern: /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/,
    en: 'Confirmed in this month in China, such as `2022-03`.',
    zh: '认定月份（中国时间），如 `2022-03`。',
    optional: true,
  })
  month?: string;
  @PeriodField('Confirmation recorded from this instant on.', '认定记录时间自（含）。')
  from?: string;
  @PeriodField('Confirmation recorded before this instant.', '认定记录时间至（不含）。')
  to?: string;
}
