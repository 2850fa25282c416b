import { type Actor, AS_SHOWN, WITHIN_REACH } from '#access';
import { documentName } from '#contexts/imports';
import { bilingual, type Id } from '#kernel';
import { idBetween } from '#platform/decide';
import {
  IdArg,
  listOf,
  looking,
  MAX_PAGE,
  MayAsk,
  mutationsOf,
  narrowed,
  objectTypeOf,
  textPart,
  TextPartArgs,
  Viewer,
  viewerCanOn,
} from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { readFound } from '../importing/found-notice.js';
import { DirectiveArgs, DirectiveConnection, directiveList, DirectivesArgs } from './directive.args.js';
import { directiveCommands } from './directive.commands.js';
import { directive } from './directive.decider.js';
import { directivesAwaiting, mayRule } from './views/awaiting.js';
import { directiveCard } from './views/directive-card.view.js';
import { directiveRow, type DirectiveCard } from './views/directive.row.js';
import { lastMomentOf } from './views/text-versions.js';

const Directive = objectTypeOf(directiveRow);

export const DirectiveViewerCan = viewerCanOn({ type: Directive, decider: directive, streamOf: ({ id }) => id });

const Mutations = mutationsOf(directiveCommands, directive, {
  ImportDirective: (asked, { actor }) => ({
    data: asked,
    stream: async (read) => {
      const notice = await readFound(read, asked.importId);
      return idBetween(
        'directive',
        actor.orgId,
        ...documentName(notice?.original.sha256 ?? asked.importId, asked.document),
      );
    },
  }),
  IssueDirective: ({ id, recipientIds }) => ({
    data: { recipients: recipientIds.map((orgId) => ({ orgId, receiptId: idBetween('receipt', id, orgId) })) },
  }),
});

@Resolver(() => Directive)
export class DirectiveResolver extends Mutations {
  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {
    super(bus);
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => Directive, { nullable: true, description: bilingual({ en: 'One directive.', zh: '一份部署。' }) })
  async directive(
    @IdArg('id', 'directive', { en: 'Which directive.', zh: '部署编号。' }) id: Id<'directive'>,
    @Args() { textVersion, ...look }: DirectiveArgs,
    @Viewer() viewer: Actor,
  ) {
    const card = await this.views.get(directiveCard, id, looking(viewer, look));
    if (!card || textVersion === undefined || textVersion === card.textVersion) return card;
    // As it read until the next version came; a draft is not shown so.
    const asOf = lastMomentOf(card, textVersion);
    return asOf === undefined ? null : this.views.get(directiveCard, id, looking(viewer, { ...look, asOf }));
  }

  /** Whole by default; lists of long texts are refused unless they ask for less. */
  @MayAsk(AS_SHOWN)
  @ResolveField(() => String, { description: bilingual(directiveRow.fields.text.label) })
  text(@Parent() { text }: DirectiveCard, @Args() part: TextPartArgs) {
    return textPart(text, part);
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => DirectiveConnection, { description: bilingual({ en: 'Directives.', zh: '部署列表。' }) })
  async directives(@Args() args: DirectivesArgs, @Viewer() viewer: Actor) {
    const { status, instrument, urgency, issuerId, meetingId, number, confirmed } = args;
    const parents = args.awaiting && mayRule(viewer) ? await this.parentsOf(viewer, args) : [];
    const listed = { ...directiveList, awaits: () => directivesAwaiting(viewer, parents) };
    const filters = { status, instrument, urgency, issuerId, meetingId, number, confirmed };
    const page = narrowed(listed, args, viewer, filters);
    return listOf(this.views, directiveCard, page, looking(viewer, args));
  }

  /** The newest directives in force of the viewer's body: who asks something of it, asks it of one of these. */
  private async parentsOf(viewer: Actor, { asOf, waitFor }: DirectivesArgs): Promise<readonly Id[]> {
    const asked = { first: MAX_PAGE, where: { issuerId: viewer.orgId, status: 'issued' } } as const;
    const how = looking(viewer, { ...(asOf && { asOf }), ...(waitFor && { waitFor }) });
    return (await this.views.page(directiveCard, asked, how)).edges.map(({ node }) => node.id);
  }
}
