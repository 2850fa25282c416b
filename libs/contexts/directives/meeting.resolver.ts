import type { Actor } from '#access';
import { bilingual, type Id } from '#kernel';
import { Decide, newId } from '#platform/decide';
import {
  Asking,
  connection,
  contentOf,
  IdArg,
  LookArgs,
  looking,
  Outcome,
  outcome,
  PageArgs,
  paging,
  Viewer,
  type Asked,
} from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { stated } from './content.input.js';
import { MeetingConnection } from './directives.args.js';
import { RegisterMeetingInput } from './directives.input.js';
import { meeting } from './meeting.decider.js';
import { aroundMeeting } from './meeting.facts.js';
import { MeetingCard, meetingCard } from './views/meeting-card.view.js';

@Resolver(() => MeetingCard)
export class MeetingResolver {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {}

  @Mutation(() => Outcome, { description: bilingual({ en: 'Registers a meeting that was held.', zh: '登记会议。' }) })
  async registerMeeting(@Args('input') input: RegisterMeetingInput, @Asking() asked: Asked) {
    const { heldOn, ...rest } = contentOf(input);
    const command = { type: 'RegisterMeeting', data: { ...rest, heldOn: stated(heldOn) } } as const;
    const id = newId('meeting', asked.occasion);
    const decide = new Decide(meeting, id, command, asked, aroundMeeting(asked.actor.orgId));
    return outcome(await this.bus.execute(decide), asked.language);
  }

  @Query(() => MeetingCard, { nullable: true, description: bilingual({ en: 'One meeting.', zh: '一次会议。' }) })
  meeting(
    @IdArg('id', 'meeting', { en: 'Which meeting.', zh: '会议编号。' }) id: Id<'meeting'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(meetingCard, id, looking(viewer, look));
  }

  @Query(() => MeetingConnection, { description: bilingual({ en: 'Meetings.', zh: '会议列表。' }) })
  async meetings(@Args() args: PageArgs, @Viewer() viewer: Actor) {
    return connection(await this.views.page(meetingCard, paging(args), looking(viewer, args)));
  }
}
