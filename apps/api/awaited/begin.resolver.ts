import { AS_SHOWN } from '#access';
import { directives } from '#contexts/directives/directives.module';
import { duties } from '#contexts/duties/duties.module';
import { findings } from '#contexts/findings/findings.module';
import { grants, meRow } from '#contexts/grants/grants.module';
import { imports } from '#contexts/imports/imports.module';
import { parties } from '#contexts/parties/parties.module';
import { bilingual, type AnyDecider } from '#kernel';
import { Possible } from '#platform/decide';
import {
  type GraphqlContext,
  MayAsk,
  objectTypeOf,
  OnlyArgs,
  possibility,
  Possibility,
  possibleIn,
  wanted,
} from '#platform/graphql';
import { Inject } from '@nestjs/common';
import { Args, Context, ResolveField, Resolver } from '@nestjs/graphql';

/** Everything that can be begun, in the order in which a jurisdiction comes about. */
const BEGUN: readonly AnyDecider[] = [parties, grants, imports, directives, duties, findings].flatMap(
  ({ deciders }) => deciders,
);

/** What whoever asks may begin. */
@Resolver(() => objectTypeOf(meRow))
export class BeginResolver {
  constructor(@Inject(Possible) private readonly possible: Possible) {}

  @MayAsk(AS_SHOWN)
  @ResolveField(() => [Possibility], {
    description: bilingual({
      en: 'What you may begin now: commands that are about nothing that is there already.',
      zh: '您此刻可以发起的操作。',
    }),
  })
  async viewerCan(@Args() only: OnlyArgs, @Context() context: GraphqlContext): Promise<readonly Possibility[]> {
    const possible = possibleIn(context, this.possible);
    const found = await Promise.all(BEGUN.map((decider) => possible.toBegin(decider, wanted(only))));
    return found.flat().map(possibility(context.language));
  }
}
