import { bilingual, type Id } from '#kernel';
import {
  Connection,
  EnumField,
  enumTypeOf,
  FlagField,
  IdField,
  objectTypeOf,
  PageArgs,
  TextField,
} from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { GAP_KINDS, PARTIES, type GapKind, type Party } from './duty-point.words.js';
import { dutyPointRow } from './views/duty-point-card.js';
import { gapRow } from './views/gap.view.js';

const SCOPE = {
  en: 'Only this territory and below; otherwise all that is yours.',
  zh: '限定属地；默认为您的全部管辖范围。',
};

@ObjectType({ description: bilingual({ en: 'A page of the responsibility matrix.', zh: '四方责任矩阵。' }) })
export class ResponsibilityMatrix extends Connection(objectTypeOf(dutyPointRow), 'DutyPointCard') {}

@ObjectType({ description: bilingual({ en: 'A page of open gaps.', zh: '责任空白列表。' }) })
export class GapConnection extends Connection(objectTypeOf(gapRow)) {}

@ArgsType()
export class MatrixArgs extends PageArgs {
  @IdField('territory', { ...SCOPE, optional: true })
  scope?: Id<'territory'>;
  @TextField(200, { en: 'Only about this matter.', zh: '按事项筛选。', optional: true })
  matter?: string;
  @TextField(60, { en: 'Only of this type of place.', zh: '按场所类型筛选。', optional: true })
  placeType?: string;
  @IdField('directive', { en: 'Only from this directive.', zh: '按来源指令筛选。', optional: true })
  directiveId?: Id<'directive'>;
  @FlagField({ en: 'Only those fully held, or not.', zh: '按是否全部认领筛选。', optional: true })
  fullyHeld?: boolean;
}

@ArgsType()
export class GapsArgs extends PageArgs {
  @IdField('territory', { ...SCOPE, optional: true })
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
