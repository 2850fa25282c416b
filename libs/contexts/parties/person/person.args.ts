import { bilingual, type Id } from '#kernel';
import { CountedConnection, IdField, ListArgs, objectTypeOf, type Listed } from '#platform/graphql';
import { ArgsType, ObjectType } from '@nestjs/graphql';
import { personRow, type PersonCard } from './views/person-card.row.js';

@ObjectType({ description: bilingual({ en: 'A page of persons.', zh: '人员列表。' }) })
export class PersonConnection extends CountedConnection(objectTypeOf(personRow), 'PersonCard') {}

/** What persons are narrowed by as every list is. Names are sealed: no table can be asked for them. */
const personList: Listed<PersonCard> = {
  text: { en: 'the name or its pinyin initials, or the English name', zh: '姓名或其拼音首字母，或英文姓名' },
};

@ArgsType()
export class PersonsArgs extends ListArgs(personList) {
  @IdField('organisation', {
    en: 'Only those who hold or held a post of this body.',
    zh: '按任职机构筛选（含曾任）。',
    optional: true,
  })
  orgId?: Id<'organisation'>;
}
