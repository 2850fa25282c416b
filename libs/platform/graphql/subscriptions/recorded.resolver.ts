import { WITHIN_REACH } from '#access';
import { bilingual, type Id } from '#kernel';
import { Inject } from '@nestjs/common';
import { Context, Resolver, Subscription } from '@nestjs/graphql';
import type { GraphqlContext } from '../server/context.js';
import { IdArg } from '../input/id-arg.js';
import { SubscriberBuffer } from './subscriber-buffer.js';
import { Outbox } from './outbox.js';
import { RecordedFeed } from './recorded-feed.js';
import { RecordedNotice } from './recorded-notice.js';
import { MayAsk } from '../server/may-ask.js';

/** Notices that may wait for one client; a client that reads more slowly is better off asking again. */
export const WAITING_NOTICES = 1000;

@Resolver(() => RecordedNotice)
export class RecordedResolver {
  constructor(@Inject(RecordedFeed) private readonly feed: RecordedFeed) {}

  @MayAsk(WITHIN_REACH)
  @Subscription(() => RecordedNotice, {
    description: bilingual({
      en: 'Tells when something new is recorded about these things and visible. What is not, or no longer, yours to see stays silent.',
      zh: '订阅：这些事项有新记录且可查询时通知；无权查看（或已失去查看权）的事项不会有任何通知。',
    }),
    resolve: (notice: RecordedNotice) => notice,
  })
  async recorded(
    @IdArg('ids', 'any', { en: 'The things to listen to.', zh: '所订阅的事项。', list: 100 }) ids: readonly Id[],
    @Context() { actor, hangUp, isStill }: GraphqlContext,
  ): Promise<AsyncIterable<RecordedNotice>> {
    let stop: Awaited<ReturnType<RecordedFeed['listen']>> = () => undefined;
    const outbox = new Outbox<RecordedNotice>(WAITING_NOTICES, () => {
      stop();
    });
    const buffer = new SubscriberBuffer((notice) => {
      if (!outbox.put(notice)) hangUp?.('SLOW_CONSUMER');
    });
    stop = await this.feed.listen(ids, {
      actor,
      isStill,
      hear: buffer.put,
      over: () => hangUp?.('SIGNED_OUT'),
    });
    try {
      const visible = await this.feed.visible(ids, actor);
      stop(ids.filter((id) => !visible.has(id)));
      buffer.only(visible);
    } catch (error) {
      stop();
      throw error;
    }
    return outbox;
  }
}
