import { bilingual, type Id } from '#kernel';
import {
  CountedConnection,
  EnumField,
  enumTypeOf,
  FlagField,
  IdField,
  ListArgs,
  type Listed,
  objectTypeOf,
  TextField,
} from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { LEVELS, type Level } from './territory.words.js';
import { territoryRow, type TerritoryCard } from './views/territory-card.view.js';

@ObjectType({ description: bilingual({ en: 'A page of places.', zh: '地域列表。' }) })
export class TerritoryConnection extends CountedConnection(objectTypeOf(territoryRow), 'TerritoryCard') {}

/** What places are narrowed by as every list is. */
export const territoryList: Listed<TerritoryCard> = {
  text: { en: 'the name or its pinyin initials, or the English name', zh: '名称或其拼音首字母，或英文名称' },
};

@ArgsType()
export class TerritoriesArgs extends ListArgs(territoryList) {
  @EnumField(() => enumTypeOf(LEVELS), { en: 'Only of this level.', zh: '按层级筛选。', optional: true })
  level?: Level;
  @IdField('territory', { en: 'Only those right below this one.', zh: '按上级地域筛选。', optional: true })
  parentId?: Id<'territory'>;
  @FlagField({
    en: 'Only those that lie in no other place, or only the others.',
    zh: '仅最上级地域，或仅其余地域。',
    optional: true,
  })
  topmost?: boolean;
  @TextField(40, { en: 'Only with this official code.', zh: '按行政区划代码筛选。', optional: true })
  code?: string;
}
