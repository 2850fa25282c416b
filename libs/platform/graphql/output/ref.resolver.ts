import { bilingual } from '#kernel';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../server/context.js';
import { Ref } from './ref.js';

/** What a referenced thing is called today, as far as the viewer may know. */
@Resolver(() => Ref)
export class RefResolver {
  @ResolveField(() => String, {
    nullable: true,
    description: bilingual({
      en: 'What it is called today; null when it is not yours to see.',
      zh: '现名；无权查看时为空。',
    }),
  })
  label(@Parent() { id }: Ref, @Context() { labels }: GraphqlContext): Promise<string | null> {
    return labels.load(id);
  }
}
