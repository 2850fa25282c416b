import type { Id } from '#kernel';
import { IdField, TextField } from '#platform/graphql';
import { InputType } from '@nestjs/graphql';

/** By which sessions and tokens are named. */
export const OWN_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@InputType()
export class ChoosePostInput {
  @IdField('post', { en: 'The post to act in.', zh: '岗位。' })
  postId!: Id<'post'>;
  @IdField('organisation', { en: 'Of which body.', zh: '所属机构。' })
  orgId!: Id<'organisation'>;
  @IdField('person', {
    en: 'For whom, where it is the post of somebody who is away and for whom you stand in.',
    zh: '代A角行使时填写A角（其离岗期间）。',
    optional: true,
  })
  onBehalfOf?: Id<'person'>;
}

@InputType()
export class EndSessionInput {
  @TextField(36, { en: 'Which session, as your list names it.', zh: '会话编号。', pattern: OWN_ID })
  id!: string;
}
