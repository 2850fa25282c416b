import { bilingual } from '#kernel';
import { CountedConnection, objectTypeOf } from '#platform/graphql';
import { ObjectType } from '@nestjs/graphql';
import { personRow } from './views/person-card.view.js';

@ObjectType({ description: bilingual({ en: 'A page of persons.', zh: '人员列表。' }) })
export class PersonConnection extends CountedConnection(objectTypeOf(personRow), 'PersonCard') {}
