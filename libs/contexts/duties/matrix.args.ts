import { bilingual, type Id } from '#kernel';
import {
  CountedConnection,
  FlagField,
  IdField,
  ListArgs,
  type Listed,
  objectTypeOf,
  ScopeField,
  TextField,
} from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { dutiesAwaiting } from './views/awaiting.js';
import { dutyPointRow, type DutyPointCard } from './views/duty-point-card.js';

@ObjectType({ description: bilingual({ en: 'A page of the responsibility matrix.', zh: '四方责任矩阵。' }) })
export class ResponsibilityMatrix extends CountedConnection(objectTypeOf(dutyPointRow), 'DutyPointCard') {}

/** What duty points are narrowed by as every list is. */
export const matrixList: Listed<DutyPointCard, 'defined'> = {
  text: { en: 'the matter, the step or the place', zh: '事项、环节或地点' },
  periods: { defined: { en: 'Defined', zh: '设立时间' } },
  dates: { defined: 'definedAt' },
  awaiting: {
    en: 'Only those that wait for the viewer: to accept an assignment, to sign a handover, or to answer a link.',
    zh: '仅待我认领、待我签署移交或待我答复衔接的责任点。',
  },
  awaits: dutiesAwaiting,
};

@ArgsType()
export class MatrixArgs extends ListArgs(matrixList) {
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
