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
import { TerritoriesArgs, TerritoryConnection } from './parties.args.js';
import { AddTerritoryInput } from './parties.input.js';
import { territory, type TerritoryCommand } from './territory.decider.js';
import { aroundTerritory } from './territory.facts.js';
import { TerritoryCard, territoryCard } from './views/territory-card.view.js';

@Resolver(() => TerritoryCard)
export class TerritoryResolver {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {}

  @Mutation(() => Outcome, { description: bilingual({ en: 'Adds a place to the tree.', zh: '建立地域。' }) })
  addTerritory(@Args('input') input: AddTerritoryInput, @Asking() asked: Asked) {
    const { id = newId('territory', asked.occasion), ...data } = contentOf(input);
    return this.decide(id, { type: 'AddTerritory', data }, asked);
  }

  @Query(() => TerritoryCard, { nullable: true, description: bilingual({ en: 'One place.', zh: '一个地域。' }) })
  territory(
    @IdArg('id', 'territory', { en: 'Which place.', zh: '地域编号。' }) id: Id<'territory'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(territoryCard, id, looking(viewer, look));
  }

  @Query(() => TerritoryConnection, { description: bilingual({ en: 'Places.', zh: '地域列表。' }) })
  async territories(@Args() args: TerritoriesArgs, @Viewer() viewer: Actor) {
    const { level, parentId, code } = args;
    const page = paging<TerritoryCard>(args, { level, parentId, code });
    return connection(await this.views.page(territoryCard, page, looking(viewer, args)));
  }

  private async decide(id: Id<'territory'>, command: TerritoryCommand, asked: Asked) {
    const decide = new Decide(territory, id, command, asked, aroundTerritory(id));
    return outcome(await this.bus.execute(decide), asked.language);
  }
}
