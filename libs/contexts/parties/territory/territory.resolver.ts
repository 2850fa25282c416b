import { type Actor, DIRECTORY } from '#access';
import { bilingual, named, type Id } from '#kernel';
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
import { TerritoriesArgs, TerritoryConnection, territoryList } from './territory.args.js';
import { territoryCommands } from './territory.commands.js';
import { territory } from './territory.decider.js';
import { territoryCard, territoryRow } from './views/territory-card.view.js';

const Territory = objectTypeOf(territoryRow);

export const TerritoryViewerCan = viewerCanOn({ type: Territory, decider: territory, streamOf: ({ id }) => id });

/** What a place is called, in a language. */
export const TerritoryLabel = labelOn(Territory, ({ name, nameEn }) => named(name, nameEn), 100);

@Resolver(() => Territory)
export class TerritoryResolver extends mutationsOf(territoryCommands, territory, {}) {
  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {
    super(bus);
  }

  @MayAsk(DIRECTORY)
  @Query(() => Territory, { nullable: true, description: bilingual({ en: 'One place.', zh: '一个地域。' }) })
  territory(
    @IdArg('id', 'territory', { en: 'Which place.', zh: '地域编号。' }) id: Id<'territory'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(territoryCard, id, looking(viewer, look));
  }

  @MayAsk(DIRECTORY)
  @Query(() => TerritoryConnection, { description: bilingual({ en: 'Places.', zh: '地域列表。' }) })
  territories(@Args() args: TerritoriesArgs, @Viewer() viewer: Actor) {
    const { level, parentId, topmost, code } = args;
    const page = narrowed(territoryList, args, viewer, { level, parentId, topmost, code });
    return listOf(this.views, territoryCard, page, looking(viewer, args));
  }
}
