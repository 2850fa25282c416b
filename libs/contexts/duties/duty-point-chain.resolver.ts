import { WITHIN_REACH } from '#access';
import { bilingual, int, ownId, partOf, type PartData } from '#kernel';
import { askedAsOf, type GraphqlContext, MayAsk, objectTypeOf, rowsIn } from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { Context, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { chainOf, MOST_STEPS } from './duty-point.steps.js';
import { dutyPointRow, type DutyPointCard } from './views/duty-point-card.js';
import { dutyPointCard } from './views/duty-point-card.view.js';

const chainPosition = partOf(
  'ChainPosition',
  {
    id: ownId('The chain, by its first step.', '链条（以首环节编号表示）。'),
    at: int([1, MOST_STEPS], 'Which step of it this is, from 1 on.', '第几环。'),
    of: int([1, MOST_STEPS], 'How many steps it has.', '共几环。'),
  },
  { en: 'Where a step stands among those linked before and after it.', zh: '环节在链条中的位置。' },
);
const ChainPosition = objectTypeOf(chainPosition);

/** Where a step stands in its chain; how many steps there are is for everybody who sees one of them, who holds them is not. */
@Resolver(() => objectTypeOf(dutyPointRow))
export class DutyPointChainResolver {
  constructor(@Inject(VIEWS) private readonly views: Views) {}

  @MayAsk(WITHIN_REACH)
  @ResolveField(() => ChainPosition, {
    nullable: true,
    description: bilingual({
      en: `Where it stands in the chain of its steps; null where it is linked to none, or to more than ${MOST_STEPS}.`,
      zh: `在链条中的位置；未与其他环节衔接或超过${MOST_STEPS}环时为空。`,
    }),
  })
  async chain(
    @Parent() card: DutyPointCard,
    @Context() context: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PartData<typeof chainPosition> | null> {
    const steps = rowsIn(context, this.views, dutyPointCard, askedAsOf(info));
    return (await chainOf(card, (id) => steps.load(id))) ?? null;
  }
}
