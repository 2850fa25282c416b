import { type Actor, WITHIN_REACH } from '#access';
import { bilingual } from '#kernel';
import { counted, looking, MayAsk, Viewer } from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { ClauseDifferenceConnection, ClauseDifferencesArgs } from './differences.args.js';
import { pageOfDifferences } from './differences.loader.js';

@Resolver()
export class ClauseDifferencesResolver {
  constructor(@Inject(VIEWS) private readonly views: Views) {}

  @MayAsk(WITHIN_REACH)
  @Query(() => ClauseDifferenceConnection, {
    description: bilingual({
      en: 'How a directive says what its parent said, clause by clause, in the version that it was written on.',
      zh: '本级部署与其所依据的上级文本逐条比对。',
    }),
  })
  async clauseDifferences(@Args() args: ClauseDifferencesArgs, @Viewer() viewer: Actor) {
    const { page, total } = await pageOfDifferences(this.views, args, args, looking(viewer, args));
    return counted(page, () => Promise.resolve(total));
  }
}
