import { AS_SHOWN, WITHIN_REACH } from '#access';
import { bilingual } from '#kernel';
import { askedAsOf, charactersAtMost, type GraphqlContext, LangArgs, MayAsk, objectTypeOf } from '#platform/graphql';
import type { Provider, Type } from '@nestjs/common';
import { Args, Context, Extensions, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { Party } from './duty-point.words.js';
import { GAP_RULE } from './gap.evidence.js';
import { evidenceSeen, neighboursSeen, suggestionSeen, type GapShown, type Seen } from './gap.seen.js';
import { gapSuggestion } from './gap.suggestion.js';
import { dutyGapsRow } from './views/duty-gaps.row.js';
import { gapRow } from './views/gap.row.js';

const GapSuggestion = objectTypeOf(gapSuggestion);
const MOST = 500;

const DESCRIPTIONS = {
  rule: bilingual({ en: 'The rule that it is found by.', zh: '发现空白所依据的规则。' }),
  evidence: bilingual({ en: 'Why it is a gap, in one sentence.', zh: '空白的依据（一句话）。' }),
  suggestion: bilingual({ en: 'What would close it.', zh: '补位建议。' }),
};

/** What one reader may know of names as of the moment that is looked at. */
const seenIn =
  ({ labels }: GraphqlContext, info: GraphQLResolveInfo, { lang }: LangArgs = {}): Seen =>
  (id) =>
    labels.load(id, { lang, asOf: askedAsOf(info) });

/** A resolver that says on rows of a type why they are gaps and what would close them (A7, A8). */
const explainedOn = <Row extends GapShown>(
  type: Type<Row>,
  partiesOf: (row: Row) => readonly Party[],
): Type & Provider => {
  @Resolver(() => type)
  class ExplainedResolver {
    @MayAsk(WITHIN_REACH)
    @ResolveField('between')
    between(@Parent() row: Row, @Context() context: GraphqlContext, @Info() info: GraphQLResolveInfo) {
      return neighboursSeen(row, seenIn(context, info));
    }

    @MayAsk(AS_SHOWN)
    @ResolveField(() => String, { description: DESCRIPTIONS.rule })
    rule(): string {
      return GAP_RULE;
    }

    @MayAsk(WITHIN_REACH)
    @ResolveField(() => String, { description: DESCRIPTIONS.evidence })
    @Extensions(charactersAtMost(MOST))
    evidence(
      @Parent() row: Row,
      @Args() said: LangArgs,
      @Context() context: GraphqlContext,
      @Info() info: GraphQLResolveInfo,
    ): Promise<string> {
      return evidenceSeen(row, partiesOf(row), seenIn(context, info, said), said.lang ?? context.language);
    }

    @MayAsk(WITHIN_REACH)
    @ResolveField(() => GapSuggestion, { description: DESCRIPTIONS.suggestion })
    suggestion(@Parent() row: Row, @Context() context: GraphqlContext, @Info() info: GraphQLResolveInfo) {
      return suggestionSeen(row, seenIn(context, info));
    }
  }
  Object.defineProperty(ExplainedResolver, 'name', { value: `${type.name}ExplainedResolver` });
  return ExplainedResolver;
};

export const GapExplained = explainedOn(objectTypeOf(gapRow), ({ party }) => (party ? [party] : []));
export const DutyGapsExplained = explainedOn(objectTypeOf(dutyGapsRow), ({ parties }) => parties);
