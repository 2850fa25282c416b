import { OWN_SESSION } from '#access';
import { meRow } from '#contexts/grants/grants.module';
import { bilingual, ref } from '#kernel';
import { itemsAtMost, MayAsk, objectTypeOf, type GraphqlContext, type Refused } from '#platform/graphql';
import { choosePost, type Chosen, type Session } from '#platform/sign-in';
import { Inject } from '@nestjs/common';
import { Args, Context, Extensions, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { CHOICE_AT, refusedAs } from './auth-errors.js';
import { DOOR, type Door } from './door.js';
import { ownSession } from './own-session.js';
import { ChoosePostInput, EndSessionInput } from './own-sessions.args.js';
import {
  ChoosePostOutcome,
  EndSessionsOutcome,
  SessionType,
  type PostChosen,
  type SessionOfMine,
  type SessionsEnded,
} from './own-sessions.row.js';

/** As many as are listed, the newest first. */
const MOST = 100;

const chosenPost = ({ postId, orgId, onBehalfOf }: Chosen) => ({
  ...{ post: ref(postId), organisation: ref(orgId) },
  ...(onBehalfOf && { onBehalfOf: ref(onBehalfOf) }),
});

const shown =
  (own: string) =>
  ({ id, chosen, beganAt, seenAt, endsAt }: Session): SessionOfMine => ({
    ...{ id, isThis: id === own },
    ...(chosen && chosenPost(chosen)),
    beganAt: beganAt.toISOString(),
    seenAt: seenAt.toISOString(),
    endsAt: endsAt.toISOString(),
  });

/** One's own sessions: seen and ended, and the post that one acts in. */
@Resolver(() => objectTypeOf(meRow))
export class OwnSessionsResolver {
  constructor(@Inject(DOOR) private readonly door: Pick<Door, 'sessions' | 'keeper' | 'credentials' | 'now'>) {}

  @MayAsk(OWN_SESSION)
  @ResolveField(() => [SessionType], {
    nullable: true,
    description: bilingual({
      en: 'The browsers in which you are signed in, the newest first; null for whoever shows a token. Neither addresses nor kinds of browsers are kept.',
      zh: '本人登录的会话，新者在前；持令牌者不可见。不保存地址与浏览器类型。',
    }),
  })
  @Extensions(itemsAtMost(MOST))
  async sessions(@Context() context: GraphqlContext): Promise<readonly SessionOfMine[] | null> {
    const own = ownSession(context);
    if (!own) return null;
    const sessions = [...(await this.door.sessions.of(own.account, this.door.now()))];
    const newest = sessions.sort((one, other) => other.beganAt.getTime() - one.beganAt.getTime());
    return newest.slice(0, MOST).map(shown(own.id));
  }

  @MayAsk(OWN_SESSION)
  @Mutation(() => ChoosePostOutcome, {
    description: bilingual({
      en: 'Act in another of your posts in this session, from the next request on. What is open on sockets ends.',
      zh: '在本会话中改任另一岗位，自下一请求起生效；已开的订阅随之结束。',
    }),
  })
  async choosePost(
    @Args('input') { postId, orgId, onBehalfOf }: ChoosePostInput,
    @Context() context: GraphqlContext,
  ): Promise<PostChosen | Refused> {
    const own = ownSession(context);
    if (!own) return refusedAs('NOT_IN_SESSION', context.language);
    const chosen = { postId, orgId, ...(onBehalfOf && { onBehalfOf }) };
    const against = await choosePost(this.door, own, chosen);
    return against ? refusedAs(against, context.language, ...CHOICE_AT[against]) : chosenPost(chosen);
  }

  @MayAsk(OWN_SESSION)
  @Mutation(() => EndSessionsOutcome, {
    description: bilingual({ en: 'End one of your sessions, this one included.', zh: '结束本人的一个会话。' }),
  })
  async endSession(
    @Args('input') { id }: EndSessionInput,
    @Context() context: GraphqlContext,
  ): Promise<SessionsEnded | Refused> {
    const own = ownSession(context);
    if (!own) return refusedAs('NOT_IN_SESSION', context.language);
    const isEnded = await this.door.keeper.end(own.account, id, 'ENDED_BY_OWNER');
    return isEnded ? { ended: 1 } : refusedAs('SESSION_NOT_FOUND', context.language, 'id');
  }

  @MayAsk(OWN_SESSION)
  @Mutation(() => EndSessionsOutcome, {
    description: bilingual({ en: 'End all of your sessions but this one.', zh: '结束本人的其他全部会话。' }),
  })
  async endOtherSessions(@Context() context: GraphqlContext): Promise<SessionsEnded | Refused> {
    const own = ownSession(context);
    if (!own) return refusedAs('NOT_IN_SESSION', context.language);
    return { ended: await this.door.keeper.endAll(own.account, 'ENDED_BY_OWNER', { but: own.id }) };
  }
}
