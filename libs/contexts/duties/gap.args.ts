import { bilingual, type Id } from '#kernel';
import {
  CountedConnection,
  EnumField,
  enumTypeOf,
  IdField,
  objectTypeOf,
  PageArgs,
  ScopeField,
  TextField,
} from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { GAP_KINDS, PARTIES, type GapKind, type Party } from './duty-point.words.js';
import { gapRow } from './views/gap.view.js';

@ObjectType({ description: bilingual({ en: 'A page of open gaps.', zh: '责任空白列表。' }) })
export class GapConnection extends CountedConnection(objectTypeOf(gapRow)) {}

@ArgsType()
export class GapsArgs extends PageArgs {
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
