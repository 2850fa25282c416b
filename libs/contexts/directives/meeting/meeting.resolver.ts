import { type Actor, WITHIN_REACH } from '#access';
import { bilingual, type Id } from '#kernel';
import {
  IdArg,
  listOf,
  LookArgs,
  looking,
  MayAsk,
  mutationsOf,
  narrowed,
  objectTypeOf,
  Viewer,
} from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { stated } from '../content/stated-day.js';
import { MeetingConnection, meetingList, MeetingsArgs } from './meeting.args.js';
import { meetingCommands } from './meeting.commands.js';
import { meeting } from './meeting.decider.js';
import { meetingCard, meetingRow } from './views/meeting-card.view.js';

const Meeting = objectTypeOf(meetingRow);

const Mutations = mutationsOf(meetingCommands, meeting, {
  RegisterMeeting: ({ heldOn, ...asked }) => ({ data: { ...asked, heldOn: stated(heldOn) } }),
});

@Resolver(() => Meeting)
export class MeetingResolver extends Mutations {
  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {
    super(bus);
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => Meeting, { nullable: true, description: bilingual({ en: 'One meeting.', zh: '一次会议。' }) })
  meeting(
    @IdArg('id', 'meeting', { en: 'Which meeting.', zh: '会议编号。' }) id: Id<'meeting'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(meetingCard, id, looking(viewer, look));
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => MeetingConnection, { description: bilingual({ en: 'Meetings.', zh: '会议列表。' }) })
  meetings(@Args() args: MeetingsArgs, @Viewer() viewer: Actor) {
    return listOf(this.views, meetingCard, narrowed(meetingList, args, viewer), looking(viewer, args));
  }
}
