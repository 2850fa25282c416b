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
import { findingRow } from './views/finding-card.js';

@ObjectType({ description: bilingual({ en: 'A page of findings.', zh: '问题列表。' }) })
export class FindingConnection extends CountedConnection(objectTypeOf(findingRow), 'FindingCard') {}

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
  @InstantField({ en: 'Confirmed from this instant on.', zh: '认定时间自（含）。', optional: true })
  from?: string;
  @InstantField({ en: 'Confirmed before this instant.', zh: '认定时间至（不含）。', optional: true })
  to?: string;
}
