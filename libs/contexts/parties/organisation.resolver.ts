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
  paging,
  Viewer,
  type Asked,
} from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { organisation, type OrganisationCommand } from './organisation.decider.js';
import { aroundOrganisation } from './organisation.facts.js';
import { OrganisationConnection, OrganisationsArgs } from './parties.args.js';
import { CreateOrganisationInput, EstablishPostInput, RenameOrganisationInput } from './parties.input.js';
import { OrganisationCard, organisationCard } from './views/organisation-card.view.js';

@Resolver(() => OrganisationCard)
export class OrganisationResolver {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {}

  @Mutation(() => Outcome, { description: bilingual({ en: 'Creates a body.', zh: '建立机构。' }) })
  createOrganisation(@Args('input') input: CreateOrganisationInput, @Asking() asked: Asked) {
    const { id = newId('organisation', asked.occasion), ...data } = contentOf(input);
    return this.decide(id, { type: 'CreateOrganisation', data }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Gives a body another name.', zh: '机构更名。' }) })
  renameOrganisation(@Args('input') input: RenameOrganisationInput, @Asking() asked: Asked) {
    const { id, ...data } = contentOf(input);
    return this.decide(id, { type: 'RenameOrganisation', data }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Adds a post to a body.', zh: '设立岗位。' }) })
  establishPost(@Args('input') input: EstablishPostInput, @Asking() asked: Asked) {
    const { id, postId = newId('post', asked.occasion), ...post } = contentOf(input);
    return this.decide(id, { type: 'EstablishPost', data: { postId, ...post } }, asked);
  }

  @Query(() => OrganisationCard, { nullable: true, description: bilingual({ en: 'One body.', zh: '一个机构。' }) })
  organisation(
    @IdArg('id', 'organisation', { en: 'Which body.', zh: '机构编号。' }) id: Id<'organisation'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(organisationCard, id, looking(viewer, look));
  }

  @Query(() => OrganisationConnection, { description: bilingual({ en: 'Bodies.', zh: '机构列表。' }) })
  async organisations(@Args() args: OrganisationsArgs, @Viewer() viewer: Actor) {
    const { territoryId, orgKind, parentId, line } = args;
    const page = paging<OrganisationCard>(args, { territoryId, orgKind, parentId, line });
    return connection(await this.views.page(organisationCard, page, looking(viewer, args)));
  }

  private async decide(id: Id<'organisation'>, command: OrganisationCommand, asked: Asked) {
    const decide = new Decide(organisation, id, command, asked, aroundOrganisation);
    return outcome(await this.bus.execute(decide), asked.language);
  }
}
