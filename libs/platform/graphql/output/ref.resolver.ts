import { WITHIN_REACH } from '#access';
import { bilingual } from '#kernel';
import { Args, Context, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { LangArgs } from '../input/lang-args.js';
import type { GraphqlContext } from '../server/context.js';
import { askedAsOf } from './asked-as-of.js';
import { Ref } from './ref.js';
import { MayAsk } from '../server/may-ask.js';

/** What a referenced thing is called, as far as the viewer may know. */
@Resolver(() => Ref)
export class RefResolver {
  @MayAsk(WITHIN_REACH)
  @ResolveField(() => String, {
    nullable: true,
    description: bilingual({
      en: 'What it is called, in a language, at the moment looked at (in a timeline: what it was called then); null when it is not yours to see.',
      zh: '按语言显示的查询时点名称（时间线中为当时的名称）；无权查看时为空。',
    }),
  })
  label(
    @Parent() { id, at }: Ref,
    @Args() { lang }: LangArgs,
    @Context() { labels }: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<string | null> {
    return at === undefined ? labels.load(id, { lang, asOf: askedAsOf(info) }) : labels.asOf(id, at, lang);
  }

  @MayAsk(WITHIN_REACH)
  @ResolveField(() => String, {
    nullable: true,
    description: bilingual({
      en: 'What it is called today, in a language; null when it is not yours to see.',
      zh: '按语言显示的现名；无权查看时为空。',
    }),
  })
  labelToday(
    @Parent() { id }: Ref,
    @Args() { lang }: LangArgs,
    @Context() { labels }: GraphqlContext,
  ): Promise<string | null> {
    return labels.load(id, { lang });
  }
}
