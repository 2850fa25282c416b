import { bilingual, type Id, type TerritoryPath, type View } from '#kernel';
import { DateTime, ref, Ref } from '#platform/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { territoryEvents, type Level, type TerritoryEvent } from '../territory.events.js';
import { TerritoryLevel } from './enums.js';

@ObjectType('Territory', { description: bilingual({ en: 'A place in the tree of places.', zh: '地域。' }) })
export class TerritoryCard {
  @Field(() => ID, { description: bilingual({ en: 'Its id.', zh: '编号。' }) })
  id!: Id;
  @Field(() => String, { description: bilingual({ en: 'Its name.', zh: '名称。' }) })
  name!: string;
  @Field(() => TerritoryLevel, { description: bilingual({ en: 'How wide it is.', zh: '层级。' }) })
  level!: Level;
  @Field(() => String, {
    nullable: true,
    description: bilingual({ en: 'Its official code, when it has one.', zh: '行政区划代码。' }),
  })
  code?: string | undefined;
  @Field(() => Ref, { nullable: true, description: bilingual({ en: 'The place it lies in.', zh: '上级地域。' }) })
  parent?: Ref;
  @Field(() => String, {
    description: bilingual({ en: 'The way to it from the root: UUIDs, each ended by a slash.', zh: '自根起的路径。' }),
  })
  path!: TerritoryPath;
  @Field(() => DateTime, { description: bilingual({ en: 'Since when it has been so.', zh: '生效时间。' }) })
  validFrom!: string;

  parentId?: Id<'territory'>;
}

/** The tree of places, open to everybody who is signed in. */
export const territoryCard: View<TerritoryCard, TerritoryEvent> = {
  name: 'territory_card',
  version: 2,
  of: territoryEvents,
  key: (_, { stream }) => stream,
  owner: 'directory',
  subject: { label: ({ name }) => name },
  indexes: ['level', 'parentId', 'code'],
  on: {
    TerritoryAdded: (_, { parentId, ...territory }, { stream }) => ({
      id: stream,
      ...territory,
      ...(parentId && { parentId, parent: ref(parentId) }),
    }),
  },
};
