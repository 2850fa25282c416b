import type { Actor } from '#access';
import { territoryPath } from '#contexts/parties';
import { bilingual, type Id } from '#kernel';
import { Decide, idBetween, LogFacts, newId } from '#platform/decide';
import { EVENT_STORE, type EventStore } from '#platform/event-store';
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
import { VIEWS, type Looking, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { DirectiveCommand } from './directive.commands.js';
import { directive } from './directive.decider.js';
import { aroundDirective } from './directive.facts.js';
import { stated } from './content.input.js';
import { DirectiveConnection, DirectivesArgs } from './directives.args.js';
import {
  DeployFromInput,
  DraftDirectiveInput,
  EditDraftInput,
  ImportDirectiveInput,
  IssueDirectiveInput,
  SubmitForSignOffInput,
} from './directives.input.js';
import { DirectiveCard, directiveCard } from './views/directive-card.view.js';

@Resolver(() => DirectiveCard)
export class DirectiveResolver {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Mutation(() => Outcome, { description: bilingual({ en: 'Drafts a directive.', zh: '起草部署。' }) })
  draftDirective(@Args('input') input: DraftDirectiveInput, @Asking() asked: Asked) {
    const command = { type: 'DraftDirective', data: contentOf(input) } as const;
    return this.decide(newId('directive', asked.occasion), command, asked);
  }

  @Mutation(() => Outcome, {
    description: bilingual({
      en: 'Drafts a directive that implements its parents, clause by clause.',
      zh: '依据上级部署逐条部署。',
    }),
  })
  deployFrom(@Args('input') input: DeployFromInput, @Asking() asked: Asked) {
    const command = { type: 'DeployFrom', data: contentOf(input) } as const;
    return this.decide(newId('directive', asked.occasion), command, asked);
  }

  @Mutation(() => Outcome, {
    description: bilingual({ en: 'Imports a text with its damage.', zh: '导入文本（保留损坏标记）。' }),
  })
  importDirective(@Args('input') input: ImportDirectiveInput, @Asking() asked: Asked) {
    const { dated, ...rest } = contentOf(input);
    const data = { ...rest, ...(dated && { dated: stated(dated) }) };
    return this.decide(newId('directive', asked.occasion), { type: 'ImportDirective', data }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Replaces the content of a draft.', zh: '修改草案。' }) })
  editDraft(@Args('input') input: EditDraftInput, @Asking() asked: Asked) {
    const { id, ...data } = contentOf(input);
    return this.decide(id, { type: 'EditDraft', data }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Asks for a draft to be signed.', zh: '提请签发。' }) })
  submitForSignOff(@Args('input') { id }: SubmitForSignOffInput, @Asking() asked: Asked) {
    return this.decide(id, { type: 'SubmitForSignOff', data: {} }, asked);
  }

  @Mutation(() => Outcome, {
    description: bilingual({
      en: 'Issues a directive: its text and its recipients freeze.',
      zh: '印发部署（文本与收文机构固定）。',
    }),
  })
  issueDirective(@Args('input') { id, recipientIds }: IssueDirectiveInput, @Asking() asked: Asked) {
    const recipients = recipientIds.map((orgId) => ({ orgId, receiptId: idBetween('receipt', id, orgId) }));
    return this.decide(id, { type: 'IssueDirective', data: { recipients } }, asked);
  }

  @Query(() => DirectiveCard, { nullable: true, description: bilingual({ en: 'One directive.', zh: '一份部署。' }) })
  directive(
    @IdArg('id', 'directive', { en: 'Which directive.', zh: '部署编号。' }) id: Id<'directive'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(directiveCard, id, looking(viewer, look));
  }

  @Query(() => DirectiveConnection, { description: bilingual({ en: 'Directives.', zh: '部署列表。' }) })
  async directives(@Args() args: DirectivesArgs, @Viewer() viewer: Actor) {
    const { status, instrument, urgency, issuerId } = args;
    const page = paging<DirectiveCard>(args, { status, instrument, urgency, issuerId });
    return connection(await this.views.page(directiveCard, page, await this.within(args, viewer)));
  }

  private async within(args: DirectivesArgs, viewer: Actor): Promise<Looking> {
    const look = looking(viewer, args);
    return args.scope ? { ...look, within: await territoryPath(new LogFacts(this.store), args.scope) } : look;
  }

  private async decide(id: Id<'directive'>, command: DirectiveCommand, asked: Asked) {
    const decide = new Decide(directive, id, command, asked, aroundDirective(id, asked.actor.orgId));
    return outcome(await this.bus.execute(decide), asked.language);
  }
}
