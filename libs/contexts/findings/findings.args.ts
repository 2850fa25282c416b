import { bilingual, type Id } from '#kernel';
import {
  CountedConnection,
  EnumField,
  enumTypeOf,
  FlagField,
  IdField,
  InstantField,
  ListArgs,
  LookArgs,
  type Listed,
  objectTypeOf,
  ScopeField,
  TextField,
} from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import {
  FINDING_CLASSES,
  FINDING_KINDS,
  RATE_BY,
  SEVERITIES,
  STAGES,
  type FindingClass,
  type FindingKind,
  type RatedBy,
  type Severity,
  type Stage,
} from './finding.words.js';
import { waysToAwait } from './views/awaiting.js';
import { findingRow, type FindingCard } from './views/finding-card.js';

@ObjectType({ description: bilingual({ en: 'A page of findings.', zh: '问题列表。' }) })
export class FindingConnection extends CountedConnection(objectTypeOf(findingRow), 'FindingCard') {}

/** What findings are narrowed by as every list is. */
export const findingList: Listed<FindingCard, 'recorded' | 'occurred' | 'confirmed' | 'due'> = {
  text: { en: 'the name of the place, or its number', zh: '地点名称或编号' },
  periods: {
    recorded: { en: 'Recorded', zh: '记录时间' },
    occurred: { en: 'Happened', zh: '发生时间' },
    confirmed: { en: 'Confirmation recorded', zh: '认定记录时间' },
    due: { en: 'Due', zh: '时限' },
  },
  dates: { recorded: 'recordedAt', occurred: 'occurredAt', confirmed: 'confirmationRecordedAt', due: 'dueAt' },
  awaiting: {
    en: 'Only those that wait for an act of the viewer, by stage, role and stake.',
    zh: '仅待我办理的问题（按状态、角色和职责）。',
  },
  awaits: waysToAwait,
};

@ArgsType()
export class FindingsArgs extends ListArgs(findingList) {
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
  @FlagField({ en: 'Only those that came back after a close-out, or not.', zh: '按是否曾反弹筛选。', optional: true })
  relapsed?: boolean;
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
  @IdField('organisation', { en: 'Only those that this body decides on.', zh: '按验收机构筛选。', optional: true })
  acceptorId?: Id<'organisation'>;
  @IdField('person', { en: 'Only those whose present fix this person verifies.', zh: '按核查人筛选。', optional: true })
  verifierId?: Id<'person'>;
  @IdField('person', { en: 'Only those that this person recorded.', zh: '按记录人筛选。', optional: true })
  recorderId?: Id<'person'>;
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
  @InstantField({ en: 'Confirmation recorded from this instant on.', zh: '认定记录时间自（含）。', optional: true })
  from?: string;
  @InstantField({ en: 'Confirmation recorded before this instant.', zh: '认定记录时间至（不含）。', optional: true })
  to?: string;
}
