import { objectTypeOf, type GraphqlContext } from '#platform/graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { gapRow, type Gap } from './views/gap.view.js';

/** The neighbours of a gap, as far as the reader may see them: who holds a step is for those who may see the step. */
@Resolver(() => objectTypeOf(gapRow))
export class GapResolver {
  @ResolveField('between')
  async between(@Parent() { between }: Gap, @Context() { labels }: GraphqlContext): Promise<Gap['between']> {
    const called = await Promise.all(between.map(({ dutyPoint }) => labels.load(dutyPoint.id)));
    return between.filter((_, index) => called[index] !== null);
  }
}
