import type { Actor } from '#access';
import { bilingual, type Id } from '#kernel';
import { connection, IdArg, looking, PageArgs, Speaking, Viewer, type Language } from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { HISTORY, type History } from './history.js';
import { Timeline } from './timeline-entry.js';

@Resolver()
export class TimelineResolver {
  constructor(
    @Inject(HISTORY) private readonly history: History,
    @Inject(VIEWS) private readonly views: Views,
  ) {}

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
    // Who may see a thing today may see its whole history, so the right is asked of the present.
    const { asOf, ...now } = how;
    const visible = await this.views.visible([id], now);
    if (!visible.has(id)) return connection({ edges: [], hasNextPage: false });
    return connection(await this.history.page(id, page, { language, asOf }));
  }
}
