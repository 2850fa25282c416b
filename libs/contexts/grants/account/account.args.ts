import { bilingual, type Id } from '#kernel';
import { CountedConnection, FlagField, IdField, objectTypeOf, PageArgs } from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { accountRow } from './views/account.view.js';

@ObjectType({ description: bilingual({ en: 'A page of accounts.', zh: '账号列表。' }) })
export class AccountConnection extends CountedConnection(objectTypeOf(accountRow), 'AccountCard') {}

@ArgsType()
export class AccountsArgs extends PageArgs {
  @FlagField({ en: 'Only those that can be used, or cannot.', zh: '按是否启用筛选。', optional: true })
  enabled?: boolean;
  @IdField('person', { en: 'Only of this person.', zh: '按人员筛选。', optional: true })
  personId?: Id<'person'>;
}
