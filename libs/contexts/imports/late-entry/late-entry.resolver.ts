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
  viewerCanOn,
} from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { LateEntriesArgs, LateEntryConnection, lateEntryList } from './late-entry.args.js';
import { lateEntryCommands } from './late-entry.commands.js';
import { lateEntry } from './late-entry.decider.js';
import { lateEntryCard, lateEntryRow } from './views/late-entry.view.js';

const LateEntry = objectTypeOf(lateEntryRow);

export const LateEntryViewerCan = viewerCanOn({ type: LateEntry, decider: lateEntry, streamOf: ({ id }) => id });

@Resolver(() => LateEntry)
export class LateEntryResolver extends mutationsOf(lateEntryCommands, lateEntry, {}) {
  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {
    super(bus);
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => LateEntry, { nullable: true, description: bilingual({ en: 'One late entry.', zh: '一项补录登记。' }) })
  lateEntry(
    @IdArg('id', 'lateEntry', { en: 'Which late entry.', zh: '补录编号。' }) id: Id<'lateEntry'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(lateEntryCard, id, looking(viewer, look));
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => LateEntryConnection, { description: bilingual({ en: 'Late entries.', zh: '补录登记列表。' }) })
  lateEntries(@Args() args: LateEntriesArgs, @Viewer() viewer: Actor) {
    const page = narrowed(lateEntryList, args, viewer, { status: args.status });
    return listOf(this.views, lateEntryCard, page, looking(viewer, args));
  }
}
