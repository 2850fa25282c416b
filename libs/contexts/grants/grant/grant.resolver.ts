import { type Actor, DIRECTORY } from '#access';
import { bilingual, type Id } from '#kernel';
import { listOf, looking, MayAsk, mutationsOf, narrowed, objectTypeOf, Viewer, viewerCanOn } from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { GrantConnection, grantList, GrantsArgs } from './grant.args.js';
import { grantCommands, type Grantee } from './grant.commands.js';
import { grants } from './grant.decider.js';
import { grantsOf, onlyNumbered, type GrantsState } from './grant.state.js';
import { grant, grantRow } from './views/grant.view.js';

interface Named {
  readonly personId?: Id<'person'> | undefined;
  readonly postId?: Id<'post'> | undefined;
  readonly postOrgId?: Id<'organisation'> | undefined;
}

/** Exactly one of both; a post is named with the body that it belongs to. */
const granteeOf = ({ personId, postId, postOrgId: orgId }: Named): Grantee | undefined => {
  if (personId && !postId && !orgId) return { personId };
  return !personId && postId && orgId ? { postId, orgId } : undefined;
};

const streamOf = (grantee: Grantee): Id<'grant'> => grantsOf('personId' in grantee ? grantee.personId : grantee.postId);

const Mutations = mutationsOf(grantCommands, grants, {
  GrantRole: ({ personId, postId, postOrgId, id: _, ...asked }) => {
    const grantee = granteeOf({ personId, postId, postOrgId });
    return { data: { ...asked, grantee }, ...(grantee && { stream: streamOf(grantee) }) };
  },
});

const Grant = objectTypeOf(grantRow);

/** A row is one grant of all that somebody has. */
export const GrantViewerCan = viewerCanOn({
  type: Grant,
  decider: grants,
  streamOf: ({ id }) => id,
  as: (state: GrantsState, { number }) => onlyNumbered(state, number),
});

@Resolver(() => Grant)
export class GrantResolver extends Mutations {
  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {
    super(bus);
  }

  @MayAsk(DIRECTORY)
  @Query(() => GrantConnection, { description: bilingual({ en: 'Who is granted which role.', zh: '授权列表。' }) })
  grants(@Args() args: GrantsArgs, @Viewer() viewer: Actor) {
    const { role, status, personId, postId, territoryId, orgId } = args;
    const page = narrowed(grantList, args, viewer, {
      ...{ role, status, granteeId: personId ?? postId, territoryId, orgId },
    });
    return listOf(this.views, grant, page, looking(viewer, args));
  }
}
