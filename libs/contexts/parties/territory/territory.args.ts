import { bilingual, type Id } from '#kernel';
import {
  CountedConnection,
  EnumField,
  enumTypeOf,
  IdField,
  objectTypeOf,
  PageArgs,
  TextField,
} from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { LEVELS, type Level } from './territory.words.js';
import { territoryRow } from './views/territory-card.view.js';

@ObjectType({ description: bilingual({ en: 'A page of places.', zh: '地域列表。' }) })
export class TerritoryConnection extends CountedConnection(objectTypeOf(territoryRow), 'TerritoryCard') {}

@ArgsType()
export class TerritoriesArgs extends PageArgs {
  @EnumField(() => enumTypeOf(LEVELS), { en: 'Only of this level.', zh: '按层级筛选。', optional: true })
  level?: Level;
  @IdField('territory', { en: 'Only those right below this one.', zh: '按上级地域筛选。', optional: true })
  parentId?: Id<'territory'>;
  @TextField(40, { en: 'Only with this official code.', zh: '按行政区划代码筛选。', optional: true })
  code?: string;
}
