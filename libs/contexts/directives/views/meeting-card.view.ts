import { bilingual, type DataOf, type Id, type TerritoryPath, type View } from '#kernel';
import { ref, Ref } from '#platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { meetingEvents, type MeetingEvent } from '../meeting.events.js';
import { MeetingForm, MeetingKind, MeetingRole, VenueKind } from './enums.js';
import { StatedDay } from './provenance.js';

type Held = DataOf<MeetingEvent, 'MeetingHeld'>;

@ObjectType({ description: bilingual({ en: 'Where people sat.', zh: '会场。' }) })
export class Venue {
  @Field(() => VenueKind, { description: bilingual({ en: 'Main or branch.', zh: '类型。' }) })
  kind!: Held['venues'][number]['kind'];
  @Field(() => String, { description: bilingual({ en: 'What it is called.', zh: '名称。' }) })
  name!: string;
  @Field(() => Ref, { nullable: true, description: bilingual({ en: 'The body that sat there.', zh: '参会机构。' }) })
  organisation?: Ref;
}

@ObjectType({
  description: bilingual({
    en: 'Who did what, by post: names stay in the text.',
    zh: '参会角色（按职务，不记姓名）。',
  }),
})
export class MeetingPart {
  @Field(() => MeetingRole, { description: bilingual({ en: 'What they did.', zh: '角色。' }) })
  role!: Held['roles'][number]['role'];
  @Field(() => String, { description: bilingual({ en: 'Their post.', zh: '职务。' }) })
  post!: string;
  @Field(() => String, { nullable: true, description: bilingual({ en: 'Their body.', zh: '机构。' }) })
  organisation?: string | undefined;
  @Field(() => String, { nullable: true, description: bilingual({ en: 'In which venue.', zh: '会场。' }) })
  venue?: string | undefined;
}

@ObjectType('Meeting', { description: bilingual({ en: 'A meeting that directives come from.', zh: '会议。' }) })
export class MeetingCard {
  @Field(() => ID, { description: bilingual({ en: 'Its id.', zh: '编号。' }) })
  id!: Id;
  @Field(() => String, { description: bilingual({ en: 'What it is called.', zh: '名称。' }) })
  title!: string;
  @Field(() => String, {
    description: bilingual({ en: 'The body that held it, in the words of the text.', zh: '文中所称主办机构。' }),
  })
  heldBy!: string;
  @Field(() => Ref, {
    nullable: true,
    description: bilingual({ en: 'That body, when it is registered.', zh: '主办机构（已登记时）。' }),
  })
  heldByBody?: Ref;
  @Field(() => String, {
    nullable: true,
    description: bilingual({ en: 'The series it belongs to.', zh: '会议系列。' }),
  })
  series?: string | undefined;
  @Field(() => Int, { nullable: true, description: bilingual({ en: 'Its number in the series.', zh: '次数。' }) })
  number?: number | undefined;
  @Field(() => Ref, { nullable: true, description: bilingual({ en: 'The meeting before it.', zh: '上一次会议。' }) })
  previous?: Ref;
  @Field(() => [MeetingKind], {
    description: bilingual({ en: 'Its natures: one meeting may have several.', zh: '会议类别（可多项）。' }),
  })
  kinds!: Held['kinds'];
  @Field(() => MeetingForm, { description: bilingual({ en: 'How it was held.', zh: '形式。' }) })
  form!: Held['form'];
  @Field(() => StatedDay, { description: bilingual({ en: 'The day that the text states.', zh: '召开日期。' }) })
  heldOn!: StatedDay;
  @Field(() => [Venue], { description: bilingual({ en: 'Its venues.', zh: '会场。' }) })
  venues!: readonly Venue[];
  @Field(() => [MeetingPart], { description: bilingual({ en: 'Who did what.', zh: '参会角色。' }) })
  roles!: readonly MeetingPart[];
  @Field(() => Boolean, {
    description: bilingual({ en: 'Whether some items are not disclosed.', zh: '是否有未公开事项。' }),
  })
  undisclosedItems!: boolean;

  territoryPath!: TerritoryPath;
  orgs!: readonly Id<'organisation'>[];
}

/** A meeting belongs to whoever registered it, and to the bodies that held it or sat in it. */
export const meetingCard: View<MeetingCard, MeetingEvent> = {
  name: 'meeting_card',
  version: 2,
  of: meetingEvents,
  key: (_, { stream }) => stream,
  owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs }),
  subject: { label: ({ title }) => title },
  on: {
    MeetingHeld: (_, { registeredBy, heldById, previousId, venues, ...meeting }, { stream }) => ({
      id: stream,
      ...meeting,
      ...(heldById && { heldByBody: ref(heldById) }),
      ...(previousId && { previous: ref(previousId) }),
      venues: venues.map(({ orgId, ...venue }) => ({ ...venue, ...(orgId && { organisation: ref(orgId) }) })),
      territoryPath: registeredBy.territoryPath,
      orgs: [registeredBy.orgId, heldById, ...venues.map(({ orgId }) => orgId)].filter((org) => org !== undefined),
    }),
  },
};
