import { AS_SHOWN } from '#access';
import { bilingual, type Text } from '#kernel';
import type { Provider, Type } from '@nestjs/common';
import { Args, Context, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { LangArgs } from '../input/lang-args.js';
import { charactersAtMost } from '../limits/answer-size.js';
import type { GraphqlContext } from '../server/context.js';
import { MayAsk } from '../server/may-ask.js';

const DESCRIPTION = bilingual({
  en: 'What it is called in a language; where it has no English name, the name on record.',
  zh: '按语言显示的名称；无英文名称的，为登记名称。',
});

/** A resolver that says on rows of a type what they are called, in the language that is asked for. */
export const labelOn = <Row extends object>(
  type: Type<Row>,
  namesOf: (row: Row) => Text,
  most: number,
): Type & Provider => {
  @Resolver(() => type)
  class LabelResolver {
    @MayAsk(AS_SHOWN)
    @ResolveField(() => String, { description: DESCRIPTION })
    @Extensions(charactersAtMost(most))
    label(@Parent() row: Row, @Args() { lang }: LangArgs, @Context() { language }: GraphqlContext): string {
      return namesOf(row)[lang ?? language];
    }
  }
  Object.defineProperty(LabelResolver, 'name', { value: `${type.name}Label` });
  return LabelResolver;
};
