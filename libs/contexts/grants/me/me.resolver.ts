import { type Actor, SIGNED_IN } from '#access';
import { personStream, postsActedIn, postsHeldAt } from '#contexts/parties';
import { bilingual, isId } from '#kernel';
import { CLOCK, LogFacts, type Clock } from '#platform/decide';
import { EVENT_STORE, type EventStore } from '#platform/event-store';
import { MayAsk, objectTypeOf, Viewer } from '#platform/graphql';
import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { meOf } from './me.js';
import { meRow } from './me.row.js';

@Resolver(() => objectTypeOf(meRow))
export class MeResolver {
  constructor(
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @MayAsk(SIGNED_IN)
  @Query(() => objectTypeOf(meRow), {
    description: bilingual({
      en: 'Who you are here: the post that you act in, the posts that you hold, and your roles.',
      zh: '当前登录者：当前岗位、所任岗位与角色。',
    }),
  })
  async me(@Viewer() viewer: Actor) {
    const { actorId } = viewer;
    if (!isId('person', actorId)) return meOf(viewer, []);
    const [facts, now] = [new LogFacts(this.events), this.clock().toISOString()];
    const [person, forOthers] = await Promise.all([
      facts.state(personStream, actorId),
      postsActedIn(facts, actorId, now),
    ]);
    return meOf(viewer, postsHeldAt(person, now), forOthers);
  }
}
