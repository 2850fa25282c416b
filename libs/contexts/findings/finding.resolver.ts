import type { Actor } from '#access';
import { territoryPath } from '#contexts/parties';
import { bilingual, type Id } from '#kernel';
import { Decide, LogFacts, newId } from '#platform/decide';
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
  reasonApart,
  Viewer,
  type Asked,
} from '#platform/graphql';
import { VIEWS, type Looking, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { finding, type FindingCommand } from './finding.decider.js';
import { aroundFinding } from './finding.facts.js';
import {
  ConfirmFindingInput,
  DismissObservationInput,
  RecordGapFindingInput,
  RecordObservationInput,
  VoidFindingInput,
} from './finding.input.js';
import { ClosureRateArgs, FindingConnection, FindingsArgs } from './findings.args.js';
import { ClosureRate, closureRates, rated } from './views/closure-rate.js';
import { FindingCard } from './views/finding-card.js';
import { findingCard } from './views/finding-card.view.js';

@Resolver(() => FindingCard)
export class FindingResolver {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Mutation(() => Outcome, { description: bilingual({ en: 'Records what was seen.', zh: '记录情况。' }) })
  recordObservation(@Args('input') input: RecordObservationInput, @Asking() asked: Asked) {
    const { id = newId('finding', asked.occasion), ...data } = contentOf(input);
    return this.decide(id, { type: 'RecordObservation', data }, asked);
  }

  @Mutation(() => Outcome, {
    description: bilingual({ en: 'Records a gap as a finding.', zh: '将责任空白记为问题。' }),
  })
  recordGapFinding(@Args('input') input: RecordGapFindingInput, @Asking() asked: Asked) {
    const { id = newId('finding', asked.occasion), ...data } = contentOf(input);
    return this.decide(id, { type: 'RecordGapFinding', data }, asked);
  }

  @Mutation(() => Outcome, { description: bilingual({ en: 'Makes it a finding.', zh: '认定问题。' }) })
  confirmFinding(@Args('input') { id }: ConfirmFindingInput, @Asking() asked: Asked) {
    return this.decide(id, { type: 'ConfirmFinding', data: {} }, asked);
  }

  @Mutation(() => Outcome, {
    description: bilingual({ en: 'Dismisses an observation; say the reason.', zh: '认定不成立（须说明理由）。' }),
  })
  dismissObservation(@Args('input') { id }: DismissObservationInput, @Asking() asking: Asked) {
    const { reason, asked } = reasonApart(asking);
    return this.decide(id, { type: 'DismissObservation', data: { reason } }, asked);
  }

  @Mutation(() => Outcome, {
    description: bilingual({
      en: 'Voids a wrong item, which stays visible; say the reason.',
      zh: '作废问题（须说明理由，仍可查看）。',
    }),
  })
  voidFinding(@Args('input') { id }: VoidFindingInput, @Asking() asking: Asked) {
    const { reason, asked } = reasonApart(asking);
    return this.decide(id, { type: 'VoidFinding', data: { reason } }, asked);
  }

  @Query(() => FindingCard, { nullable: true, description: bilingual({ en: 'One finding.', zh: '一个问题。' }) })
  finding(
    @IdArg('id', 'finding', { en: 'Which finding.', zh: '问题编号。' }) id: Id<'finding'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(findingCard, id, looking(viewer, look));
  }

  @Query(() => FindingConnection, { description: bilingual({ en: 'Findings.', zh: '问题列表。' }) })
  async findings(@Args() args: FindingsArgs, @Viewer() viewer: Actor) {
    const { status, kind, severity, unitId, subjectOrgId, dutyPointId, closedOut } = args;
    const filters = { status, kind, class: args.class, severity, unitId, subjectOrgId, dutyPointId, closedOut };
    const page = paging<FindingCard>(args, filters);
    return connection(await this.views.page(findingCard, page, await this.within(args, viewer)));
  }

  @Query(() => [ClosureRate], {
    description: bilingual({
      en: 'Closure rates: struck off ÷ (confirmed − voided), of the findings confirmed in the period.',
      zh: '销号率：已销号数 ÷（认定数 − 作废数），以期内认定的问题计。',
    }),
  })
  async closureRate(@Args() args: ClosureRateArgs, @Viewer() viewer: Actor) {
    const groups = await this.views.tally(findingCard, rated(args), await this.within(args, viewer));
    return closureRates(groups, args.by);
  }

  private async within(args: LookArgs & { scope?: Id<'territory'> }, viewer: Actor): Promise<Looking> {
    const { scope } = args;
    const look = looking(viewer, args);
    return scope ? { ...look, within: await territoryPath(new LogFacts(this.store), scope) } : look;
  }

  private async decide(id: Id<'finding'>, command: FindingCommand, asked: Asked) {
    const around = aroundFinding(id, asked.occasion.occurredAt);
    return outcome(await this.bus.execute(new Decide(finding, id, command, asked, around)), asked.language);
  }
}
