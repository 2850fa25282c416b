import { type Actor, DIRECTORY } from '#access';
import { bilingual, named, type Id } from '#kernel';
import { newId } from '#platform/decide';
import {
  IdArg,
  labelOn,
  listOf,
  LookArgs,
  looking,
  MayAsk,
  mutationsOf,
  narrowed,
  objectTypeOf,
  Viewer,
  viewerCanOn,
} from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { OrganisationConnection, organisationList, OrganisationsArgs } from './organisation.args.js';
import { organisationCommands } from './organisation.commands.js';
import { organisation } from './organisation.decider.js';
import { organisationCard, organisationRow, postPart } from './views/organisation-card.view.js';

const Organisation = objectTypeOf(organisationRow);

export const OrganisationViewerCan = viewerCanOn({
  type: Organisation,
  decider: organisation,
  streamOf: ({ id }) => id,
});

/** What a body and its posts are called, in a language. */
export const OrganisationLabel = labelOn(Organisation, ({ name, nameEn }) => named(name, nameEn), 200);
export const PostLabel = labelOn(objectTypeOf(postPart), ({ title, titleEn }) => named(title, titleEn), 100);

const Mutations = mutationsOf(organisationCommands, organisation, {
  EstablishPost: ({ id: _, postId, ...post }, { occasion }) => ({
    data: { postId: postId ?? newId('post', occasion), ...post },
  }),
});

@Resolver(() => Organisation)
export class OrganisationResolver extends Mutations {
  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {
    super(bus);
  }

  @MayAsk(DIRECTORY)
  @Query(() => Organisation, { nullable: true, description: bilingual({ en: 'One body.', zh: '一个机构。' }) })
  organisation(
    @IdArg('id', 'organisation', { en: 'Which body.', zh: '机构编号。' }) id: Id<'organisation'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(organisationCard, id, looking(viewer, look));
  }

  @MayAsk(DIRECTORY)
  @Query(() => OrganisationConnection, { description: bilingual({ en: 'Bodies.', zh: '机构列表。' }) })
  organisations(@Args() args: OrganisationsArgs, @Viewer() viewer: Actor) {
    const { territoryId, orgKind, parentId, line } = args;
    const page = narrowed(organisationList, args, viewer, { territoryId, orgKind, parentId, line });
    return listOf(this.views, organisationCard, page, looking(viewer, args));
  }
}
