import { bilingual, type Id } from '#kernel';
import { CountedConnection, IdField, objectTypeOf, PageArgs } from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { differenceRow } from './views/difference.row.js';

@ObjectType({ description: bilingual({ en: 'A page of clauses that are compared.', zh: '条款比对列表。' }) })
export class ClauseDifferenceConnection extends CountedConnection(objectTypeOf(differenceRow)) {}

@ArgsType()
export class ClauseDifferencesArgs extends PageArgs {
  @IdField('directive', { en: 'The directive that carries another one on.', zh: '本级部署。' })
  directiveId!: Id<'directive'>;
  @IdField('directive', { en: 'The one that it implements or passes on.', zh: '所依据或传达的上级部署。' })
  parentId!: Id<'directive'>;
}
