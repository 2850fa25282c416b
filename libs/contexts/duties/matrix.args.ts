import { bilingual, type Id } from '#kernel';
import {
  CountedConnection,
  FlagField,
  IdField,
  objectTypeOf,
  PageArgs,
  ScopeField,
  TextField,
} from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { dutyPointRow } from './views/duty-point-card.js';

@ObjectType({ description: bilingual({ en: 'A page of the responsibility matrix.', zh: '四方责任矩阵。' }) })
export class ResponsibilityMatrix extends CountedConnection(objectTypeOf(dutyPointRow), 'DutyPointCard') {}

@ArgsType()
export class MatrixArgs extends PageArgs {
  @ScopeField()
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
