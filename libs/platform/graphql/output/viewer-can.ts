import { AS_SHOWN } from '#access';
import { bilingual, type AnyDecider, type Id } from '#kernel';
import { inThePast, Possible, type Possibilities } from '#platform/decide';
import { Inject, type Provider, type Type } from '@nestjs/common';
import { Args, ArgsType, Context, Extensions, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { READS_ONLY } from '../errors/reads-only.js';
import { TextField } from '../input/text-field.js';
import { itemsAtMost } from '../limits/answer-size.js';
import { countedAs } from '../limits/items.js';
import type { GraphqlContext } from '../server/context.js';
import { askedAsOf } from './asked-as-of.js';
import { mutationName, possibility, Possibility } from './possibility.js';
import { MayAsk } from '../server/may-ask.js';

/** More commands than any one kind of thing has. */
const MOST = 50;

@ArgsType()
export class OnlyArgs {
  @TextField(60, {
    en: 'Only these commands, by the names of their mutations; each at most once.',
    zh: '仅列出这些操作（变更名称）。',
    list: MOST,
    optional: true,
  })
  only?: string[];
}

/** Whether a command is wanted; all are where nothing is said. */
export const wanted = ({ only }: OnlyArgs): ((type: string) => boolean) =>
  only ? (type) => only.includes(mutationName(type)) : () => true;

const asked = new WeakMap<GraphqlContext, Possibilities>();

/** What the viewer may ask for, read once for all that one request shows. */
export const possibleIn = (context: GraphqlContext, possible: Possible): Possibilities => {
  const { actor, readsOnly } = context;
  const always = readsOnly && { code: READS_ONLY.code, reason: READS_ONLY.text };
  const known = asked.get(context) ?? possible.for(actor, always);
  asked.set(context, known);
  return known;
};

/** The type of rows that stand for a thing, and where the thing itself is. */
interface On<Row extends object, S> {
  readonly type: Type<Row>;
  readonly decider: AnyDecider;
  readonly streamOf: (row: Row) => Id;
  /** The commands that are about what the row shows of it; all of them where nothing is said. */
  readonly among?: readonly string[];
  /** How the thing stands for a row that is only a part of it. */
  readonly as?: (state: S, row: Row) => S;
}

const DESCRIPTION = bilingual({
  en: 'What you may do about it now, and why not. It is answered by the same declarations as the commands themselves, from the log as it stands; of what is looked at as of a moment, nothing can be done.',
  zh: '您此刻可对其办理的操作，及不可办理的理由。依据与各操作相同的规则，并以日志现状为准；按历史时点查询时均不可办理。',
});

/** A resolver that says on rows of a type which commands the viewer may ask for. */
export const viewerCanOn = <Row extends object, S = unknown>({
  type,
  decider,
  streamOf,
  among,
  as = (state) => state,
}: On<Row, S>): Type & Provider => {
  const most = (among ?? Object.keys(decider.commands.declared)).length;
  const wantedHere = (only: OnlyArgs) => (type: string) => (among?.includes(type) ?? true) && wanted(only)(type);
  @Resolver(() => type)
  class ViewerCanResolver {
    constructor(@Inject(Possible) private readonly possible: Possible) {}

    @MayAsk(AS_SHOWN)
    @ResolveField(() => [Possibility], { description: DESCRIPTION })
    @Extensions({ ...itemsAtMost(most), ...countedAs(most) })
    async viewerCan(
      @Parent() row: Row,
      @Args() only: OnlyArgs,
      @Context() context: GraphqlContext,
      @Info() info: GraphQLResolveInfo,
    ): Promise<readonly Possibility[]> {
      const found =
        askedAsOf(info) === undefined
          ? await possibleIn(context, this.possible).of(decider, streamOf(row), wantedHere(only), (state) =>
              as(state as S, row),
            )
          : inThePast(decider, wantedHere(only));
      return found.map(possibility(context.language));
    }
  }
  Object.defineProperty(ViewerCanResolver, 'name', { value: `${type.name}ViewerCan` });
  return ViewerCanResolver;
};
