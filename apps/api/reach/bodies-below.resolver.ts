import { WITHIN_REACH, type Actor } from '#access';
import { hopRow } from '#contexts/directives/directives.module';
import { bodiesBelow } from '#contexts/parties/parties.module';
import { bilingual, isId, type Id } from '#kernel';
import { askedAsOf, looking, MayAsk, objectTypeOf, Viewer, type GraphqlContext } from '#platform/graphql';
import { VIEWS, type Views } from '#platform/views';
import { Inject } from '@nestjs/common';
import { Context, Info, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';

interface Hop {
  readonly recipient?: { readonly id: string } | undefined;
}
type Counts = DataLoader<Id<'organisation'>, number>;

/** To how many bodies right below it a recipient can pass an order on: whom it has still to reach, and whether it is the last. */
@Resolver(() => objectTypeOf(hopRow))
export class BodiesBelowResolver {
  private readonly counts = new WeakMap<GraphqlContext, Map<string, Counts>>();

  constructor(@Inject(VIEWS) private readonly views: Views) {}

  @MayAsk(WITHIN_REACH)
  @ResolveField(() => Int, {
    nullable: true,
    description: bilingual({
      en: 'How many bodies stand right below the recipient; null when it went to nobody here.',
      zh: '收文机构的直属下级机构数；无收文机构时为空。',
    }),
  })
  async bodiesBelow(
    @Parent() { recipient }: Hop,
    @Viewer() viewer: Actor,
    @Context() context: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<number | null> {
    const counts = this.countsIn(context, viewer, askedAsOf(info));
    return isId('organisation', recipient?.id) ? counts.load(recipient.id) : null;
  }

  /** Counted once for all that one request shows as of a moment. */
  private countsIn(context: GraphqlContext, viewer: Actor, asOf: string | undefined): Counts {
    const ofRequest = this.counts.get(context) ?? new Map<string, Counts>();
    this.counts.set(context, ofRequest);
    const how = looking(viewer, asOf === undefined ? {} : { asOf });
    const counts = ofRequest.get(asOf ?? '') ?? new DataLoader((ids) => bodiesBelow(this.views, ids, how));
    ofRequest.set(asOf ?? '', counts);
    return counts;
  }
}
