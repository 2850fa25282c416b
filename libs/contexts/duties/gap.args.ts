import { bilingual, type Id } from '#kernel';
import {
  CountedConnection,
  EnumField,
  enumTypeOf,
  IdField,
  ListArgs,
  type Listed,
  objectTypeOf,
  ScopeField,
  TextField,
} from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { GAP_KINDS, PARTIES, type GapKind, type Party } from './duty-point.words.js';
import { dutyGapsRow, type DutyGaps } from './views/duty-gaps.row.js';
import { gapRow, type Gap } from './views/gap.row.js';

@ObjectType({ description: bilingual({ en: 'A page of open gaps.', zh: '责任空白列表。' }) })
export class GapConnection extends CountedConnection(objectTypeOf(gapRow)) {}

@ObjectType({ description: bilingual({ en: 'A page of gaps by duty point.', zh: '责任空白列表（按责任点）。' }) })
export class DutyGapsConnection extends CountedConnection(objectTypeOf(dutyGapsRow)) {}

const NARROWED = {
  text: { en: 'the matter, the step or the place', zh: '事项、环节或地点' },
  periods: { detected: { en: 'Open', zh: '发现时间' } },
  dates: { detected: 'detectedAt' },
} as const;

/** What gaps are narrowed by as every list is, single ones and those by duty point. */
export const gapList: Listed<Gap, 'detected'> = NARROWED;
export const dutyGapsList: Listed<DutyGaps, 'detected'> = NARROWED;

@ArgsType()
export class DutyGapsArgs extends ListArgs(dutyGapsList) {
  @ScopeField()
  scope?: Id<'territory'>;
  @EnumField(() => enumTypeOf(GAP_KINDS), {
    en: 'Only where the worst is of this kind.',
    zh: '按最重的类型筛选。',
    optional: true,
  })
  kind?: GapKind;
  @TextField(200, { en: 'Only about this matter.', zh: '按事项筛选。', optional: true })
  matter?: string;
}

@ArgsType()
export class GapsArgs extends ListArgs(gapList) {
  @ScopeField()
  scope?: Id<'territory'>;
  @EnumField(() => enumTypeOf(GAP_KINDS), { en: 'Only of this kind.', zh: '按类型筛选。', optional: true })
  kind?: GapKind;
  @EnumField(() => enumTypeOf(PARTIES), { en: 'Only of this party.', zh: '按责任方筛选。', optional: true })
  party?: Party;
  @TextField(200, { en: 'Only about this matter.', zh: '按事项筛选。', optional: true })
  matter?: string;
  @IdField('dutyPoint', { en: 'Only of this duty point.', zh: '按责任点筛选。', optional: true })
  dutyPointId?: Id<'dutyPoint'>;
}
