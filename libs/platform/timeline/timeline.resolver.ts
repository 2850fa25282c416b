import { type Actor, SIGNED_IN, WITHIN_REACH } from '#access';
import { bilingual, type Id } from '#kernel';
import { counted, IdArg, looking, MayAsk, PageArgs, Speaking, Viewer, type Language } from '#platform/graphql';
import { VIEW_REGISTRY, VIEWS, type ViewRegistry, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { HISTORY, type History } from './history.js';
import { seenBy } from './seen-entries.js';
import { Timeline } from './timeline-entry.js';

@Resolver()
export class TimelineResolver {
  constructor(
    @Inject(HISTORY) private readonly history: History,
    @Inject(VIEWS) private readonly views: Views,
    @Inject(VIEW_REGISTRY) private readonly registry: Pick<ViewRegistry, 'standing'>,
  ) {}

  @MayAsk(SIGNED_IN)
  @Query(() => String, {
    nullable: true,
    description: bilingual({
      en: 'Where the log ends now: pass it as `waitFor` to see everything recorded so far. Null while it is empty.',
      zh: '日志当前的末位置；作为 `waitFor` 传入可读到此前的全部记录。日志为空时为 null。',
    }),
  })
  async head() {
    const head = await this.history.head();
    return head === 'start' ? undefined : String(head);
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => Timeline, {
    description: bilingual({
      en: 'Everything that was recorded about one thing, oldest first. Empty when it is not yours to see.',
      zh: '某一事项的全部记录，由旧到新；无权查看时为空。',
    }),
  })
  async timeline(
    @IdArg('id', 'any', { en: 'Any id.', zh: '任意事项编号。' }) id: Id,
    @Args() page: PageArgs,
    @Viewer() actor: Actor,
    @Speaking() language: Language,
  ) {
    const how = looking(actor, page);
    const visible = await this.views.visible([id], how);
    if (!visible.has(id)) return counted({ edges: [], hasNextPage: false }, () => Promise.resolve(0));
    const { edges, hasNextPage } = await this.history.page(id, page, { language, asOf: how.asOf });
    const nodes = edges.map(({ node }) => node);
    const seen = await seenBy(nodes, how, { views: this.views, registry: this.registry });
    const shown = { edges: seen.map((node) => ({ cursor: `r${node.revision}`, node })), hasNextPage };
    return counted(shown, () => this.history.count(id, how.asOf));
  }
}
