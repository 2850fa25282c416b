import { bilingual, type Id, type View } from '#kernel';
import { ref, Ref } from '#platform/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { organisationEvents, type LeaderRole, type OrganisationEvent, type OrgKind } from '../organisation.events.js';
import { LeaderRoleOfPost, OrganisationKind } from './enums.js';

@ObjectType({ description: bilingual({ en: 'A seat in an organisation.', zh: '岗位。' }) })
export class Post {
  @Field(() => ID, { description: bilingual({ en: 'Its id.', zh: '编号。' }) })
  id!: Id<'post'>;
  @Field(() => String, { description: bilingual({ en: 'What it is called.', zh: '职务名称。' }) })
  title!: string;
  @Field(() => LeaderRoleOfPost, {
    nullable: true,
    description: bilingual({ en: 'Which leader it is, if any.', zh: '领导岗位类别。' }),
  })
  leaderRole?: LeaderRole | undefined;
}

@ObjectType('Organisation', { description: bilingual({ en: 'A body that can bear a duty.', zh: '机构。' }) })
export class OrganisationCard {
  @Field(() => ID, { description: bilingual({ en: 'Its id.', zh: '编号。' }) })
  id!: Id;
  @Field(() => String, { description: bilingual({ en: 'Its present name.', zh: '现名称。' }) })
  name!: string;
  @Field(() => OrganisationKind, { description: bilingual({ en: 'What kind of body it is.', zh: '类别。' }) })
  orgKind!: OrgKind;
  @Field(() => Ref, { description: bilingual({ en: 'Where it stands.', zh: '所在地域。' }) })
  territory!: Ref;
  @Field(() => String, {
    nullable: true,
    description: bilingual({ en: 'The line of work it regulates (条).', zh: '条线。' }),
  })
  line?: string | undefined;
  @Field(() => Ref, { nullable: true, description: bilingual({ en: 'The body above it.', zh: '上级机构。' }) })
  parent?: Ref;
  @Field(() => Boolean, { description: bilingual({ en: 'Set up for a time only.', zh: '是否临时机构。' }) })
  temporary!: boolean;
  @Field(() => [Post], { description: bilingual({ en: 'Its posts.', zh: '岗位。' }) })
  posts!: readonly Post[];

  territoryId!: Id<'territory'>;
  parentId?: Id<'organisation'>;
}

/** The bodies and their posts, open to everybody who is signed in. */
export const organisationCard: View<OrganisationCard, OrganisationEvent> = {
  name: 'organisation_card',
  version: 2,
  of: organisationEvents,
  key: (_, { stream }) => stream,
  owner: 'directory',
  subject: { label: ({ name }) => name },
  indexes: ['territoryId', 'orgKind', 'parentId', 'line'],
  on: {
    OrgCreated: (_, { name, orgKind, territoryId, line, parentId, temporary }, { stream }) => ({
      id: stream,
      name,
      orgKind,
      territoryId,
      territory: ref(territoryId),
      temporary,
      posts: [],
      ...(line && { line }),
      ...(parentId && { parentId, parent: ref(parentId) }),
    }),
    OrgRenamed: (card, { name }) => card && { ...card, name },
    PostEstablished: (card, { postId, ...post }) =>
      card && { ...card, posts: [...card.posts, { id: postId, ...post }] },
  },
};
