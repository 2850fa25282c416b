import { bilingual, type Id } from '#kernel';
import { CountedConnection, IdField, objectTypeOf, PageArgs } from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { hopRow } from './views/cascade-hop.js';

@ObjectType({ description: bilingual({ en: 'A page of hops, from the root down.', zh: '逐级传达列表（自上而下）。' }) })
export class CascadeHopConnection extends CountedConnection(objectTypeOf(hopRow), 'CascadeHop') {}

@ArgsType()
export class CascadeArgs extends PageArgs {
  @IdField('directive', { en: 'The directive to follow down.', zh: '起点部署。' })
  directiveId!: Id<'directive'>;
}
