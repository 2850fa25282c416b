import { WITHIN_REACH } from '#access';
import { bilingual } from '#kernel';
import { type GraphqlContext, MayAsk, objectTypeOf, viewerCanOn } from '#platform/graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { DutyPointCommand } from './duty-point.commands.js';
import { dutyPoint } from './duty-point.decider.js';
import { gapSuggestion, suggestionFor } from './gap.suggestion.js';
import { gapRow, type Gap as GapRow } from './views/gap.view.js';

const Gap = objectTypeOf(gapRow);
const GapSuggestion = objectTypeOf(gapSuggestion);

const seen = async ({ between }: GapRow, { labels }: GraphqlContext): Promise<GapRow['between']> => {
  const called = await Promise.all(between.map(({ dutyPoint }) => labels.load(dutyPoint.id)));
  return between.filter((_, index) => called[index] !== null);
};

/** What fills a gap, or says that nothing is missing there. */
const ABOUT_A_GAP = [
  ...['AssignParty', 'AcceptAssignment', 'TransferAssignment', 'SignTransfer'],
  ...['WaiveParty', 'RepointDutyPoint', 'RetireDutyPoint'],
] as const satisfies readonly DutyPointCommand['type'][];

/** A gap is its duty point's. */
export const GapViewerCan = viewerCanOn({
  type: Gap,
  decider: dutyPoint,
  streamOf: ({ dutyPointId }) => dutyPointId,
  among: ABOUT_A_GAP,
});

/** The neighbours of a gap, as far as the reader may see them: who holds a step is for those who may see the step. */
@Resolver(() => Gap)
export class GapResolver {
  @MayAsk(WITHIN_REACH)
  @ResolveField('between')
  between(@Parent() gap: GapRow, @Context() context: GraphqlContext): Promise<GapRow['between']> {
    return seen(gap, context);
  }

  @MayAsk(WITHIN_REACH)
  @ResolveField(() => GapSuggestion, { description: bilingual({ en: 'What would close it.', zh: '补位建议。' }) })
  async suggestion(@Parent() gap: GapRow, @Context() context: GraphqlContext) {
    return suggestionFor({ ...gap, between: await seen(gap, context) });
  }
}
