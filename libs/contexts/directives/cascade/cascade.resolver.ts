import { type Actor, WITHIN_REACH } from '#access';
import { bilingual } from '#kernel';
import { counted, type Language, looking, MayAsk, Speaking, Viewer } from '#platform/graphql';
import { MOST_COUNTED, VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { CascadeArgs, CascadeHopConnection } from './cascade.args.js';
import { pageOfCascade } from './cascade.loader.js';
import { hopsWithTexts } from './hops-with-texts.loader.js';

@Resolver()
export class CascadeResolver {
  constructor(@Inject(VIEWS) private readonly views: Views) {}

  @MayAsk(WITHIN_REACH)
  @Query(() => CascadeHopConnection, {
    description: bilingual({
      en: 'The way of a directive down the levels, depth first.',
      zh: '部署逐级传达情况（深度优先）。',
    }),
  })
  async cascade(@Args() args: CascadeArgs, @Viewer() viewer: Actor, @Speaking() language: Language) {
    const [root, how] = [args.directiveId, looking(viewer, args)];
    const page = await pageOfCascade(this.views, root, args, how);
    const hops = page.edges.map(({ node }) => node);
    const shown = hopsWithTexts(this.views, hops, { looking: how, language });
    const edges = shown.map((node) => ({ cursor: node.id, node }));
    const everyHop = async () => (await pageOfCascade(this.views, root, { first: MOST_COUNTED + 1 }, how)).edges.length;
    return counted({ ...page, edges }, everyHop);
  }
}
