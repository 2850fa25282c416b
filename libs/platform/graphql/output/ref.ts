import { bilingual, type Id } from '#kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';

/** The schema's type for a pointer to a thing of another context; its label is looked up when somebody asks. */
@ObjectType({
  description: bilingual({ en: 'A thing that lives elsewhere, by id and name.', zh: '引用的事项：编号与名称。' }),
})
export class Ref {
  @Field(() => ID, { description: bilingual({ en: 'Its id.', zh: '编号。' }) })
  id!: Id;
  /** The position of the log at which it was named, where its name of then is meant. */
  at?: string;
}
