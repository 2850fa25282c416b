import { type Actor, WITHIN_REACH } from '#access';
import { bilingual, type Id } from '#kernel';
import {
  IdArg,
  listOf,
  LookArgs,
  looking,
  mapped,
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
import { findingCommands } from './finding.commands.js';
import { finding } from './finding.decider.js';
import { DuplicatesArgs } from './duplicates.args.js';
import { ClosureRateArgs, FindingConnection, findingList, FindingsArgs } from './findings.args.js';
import { chargedIn, closureRates, rated } from './views/closure-rate.js';
import { closureRateRow } from './views/closure-rate.row.js';
import { findingAt } from './views/deadlines.js';
import { looksOf, sameAs, waysToBeTheSame } from './views/duplicates.js';
import { findingRow } from './views/finding-card.js';
import { findingCard } from './views/finding-card.view.js';
import { findingFilters, findingsTold } from './views/finding-filters.js';

/** How many that may be the same are shown. */
const AT_MOST = 50;

const Finding = objectTypeOf(findingRow);
const ClosureRate = objectTypeOf(closureRateRow);

export const FindingViewerCan = viewerCanOn({ type: Finding, decider: finding, streamOf: ({ id }) => id });

@Resolver(() => Finding)
export class FindingResolver extends mutationsOf(findingCommands, finding, {}) {
  constructor(
    @Inject(CommandBus) bus: CommandBus,
    @Inject(VIEWS) private readonly views: Views,
  ) {
    super(bus);
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => Finding, { nullable: true, description: bilingual({ en: 'One finding.', zh: '一个问题。' }) })
  async finding(
    @IdArg('id', 'finding', { en: 'Which finding.', zh: '问题编号。' }) id: Id<'finding'>,
    @Args() look: LookArgs,
    @Viewer() viewer: Actor,
  ) {
    const how = looking(viewer, look);
    const [card, moment] = await Promise.all([this.views.get(findingCard, id, how), this.views.instant(how)]);
    return card && findingAt(card, moment);
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => FindingConnection, { description: bilingual({ en: 'Findings.', zh: '问题列表。' }) })
  async findings(@Args() args: FindingsArgs, @Viewer() viewer: Actor) {
    const how = looking(viewer, args);
    const moment = await this.views.instant(how);
    const page = narrowed(findingList, args, viewer, findingFilters(args));
    const told = { ...page, between: [...(page.between ?? []), ...findingsTold(args, moment)] };
    return mapped(await listOf(this.views, findingCard, told, how), (card) => findingAt(card, moment));
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => [Finding], {
    description: bilingual({
      en: 'What may be the same as something that is about to be recorded, or as a finding: same place, class and duty point within a day; the same file; an open gap finding of the same duty point. At most 50.',
      zh: '可能与拟记录情况或某一问题重复的问题：一日内同地点、同类别、同责任点；同一证据材料；同一责任点未结的责任空白问题。最多50个。',
    }),
  })
  async possibleDuplicates(@Args() args: DuplicatesArgs, @Viewer() viewer: Actor) {
    const how = looking(viewer, args);
    const [card, moment] = await Promise.all([
      args.of && this.views.get(findingCard, args.of, how),
      this.views.instant(how),
    ]);
    if (args.of && !card) return [];
    const looks = card ? looksOf(card) : { ...args, occurredAt: args.occurredAt ?? moment };
    const pages = await Promise.all(
      waysToBeTheSame(looks).map((way) => this.views.page(findingCard, { first: AT_MOST, ...way }, how)),
    );
    const found = pages.flatMap(({ edges }) => edges.map(({ node }) => node));
    return sameAs(found, looks, args.of)
      .slice(0, AT_MOST)
      .map((one) => findingAt(one, moment));
  }

  @MayAsk(WITHIN_REACH)
  @Query(() => [ClosureRate], {
    description: bilingual({
      en: 'Closure rates: struck off ÷ (confirmed − voided − merged), of the findings whose confirmation was recorded in the period.',
      zh: '销号率：已销号数 ÷（认定数 − 作废数 − 并案数），以认定记录时间在期内的问题计。',
    }),
  })
  async closureRate(@Args() args: ClosureRateArgs, @Viewer() viewer: Actor) {
    const how = looking(viewer, args);
    const [asked, charged] = [rated(args, await this.views.instant(how)), chargedIn(args)];
    const groups = await this.views.tally(findingCard, asked, how);
    return closureRates(groups, args.by, charged && (await this.views.tally(findingCard, charged, how)));
  }
}
