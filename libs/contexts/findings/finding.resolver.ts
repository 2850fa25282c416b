import type { Actor } from '#access';
import { bilingual, type Id } from '#kernel';
import { IdArg, listOf, LookArgs, looking, mutationsOf, objectTypeOf, paging, Viewer } from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { findingCommands } from './finding.commands.js';
import { finding } from './finding.decider.js';
import { ClosureRateArgs, FindingConnection, FindingsArgs } from './findings.args.js';
import { closureRateRow, closureRates, rated } from './views/closure-rate.js';
import { findingRow, type FindingCard } from './views/finding-card.js';
import { findingCard } from './views/finding-card.view.js';

const Finding = objectTypeOf(findingRow);
const ClosureRate = objectTypeOf(closureRateRow);

@Resolver(() => Finding)
export class FindingResolver extends mutationsOf(findingCommands, finding, {}) {
  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {
    super(bus);
  }

  @Query(() => Finding, { nullable: true, description: bilingual({ en: 'One finding.', zh: '一个问题。' }) })
  finding(
    @IdArg('id', 'finding', { en: 'Which finding.', zh: '问题编号。' }) id: Id<'finding'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    return this.views.get(findingCard, id, looking(viewer, look));
  }

  @Query(() => FindingConnection, { description: bilingual({ en: 'Findings.', zh: '问题列表。' }) })
  findings(@Args() args: FindingsArgs, @Viewer() viewer: Actor) {
    const { status, kind, severity, unitId, subjectOrgId, dutyPointId, closedOut } = args;
    const filters = { status, kind, class: args.class, severity, unitId, subjectOrgId, dutyPointId, closedOut };
    const page = paging<FindingCard>(args, filters);
    return listOf(this.views, findingCard, page, looking(viewer, args));
  }

  @Query(() => [ClosureRate], {
    description: bilingual({
      en: 'Closure rates: struck off ÷ (confirmed − voided), of the findings confirmed in the period.',
      zh: '销号率：已销号数 ÷（认定数 − 作废数），以期内认定的问题计。',
    }),
  })
  async closureRate(@Args() args: ClosureRateArgs, @Viewer() viewer: Actor) {
    const groups = await this.views.tally(findingCard, rated(args), looking(viewer, args));
    return closureRates(groups, args.by);
  }
}
