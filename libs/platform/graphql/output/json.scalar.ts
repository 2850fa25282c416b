import { bilingual } from '#kernel';
import { GraphQLError, GraphQLScalarType } from 'graphql';

const refuse = (): never => {
  throw new GraphQLError('Json is only answered, never asked for');
};

/** Data whose shape depends on what happened. For answers only: what comes in has a type of its own. */
export const Json = new GraphQLScalarType<unknown, unknown>({
  name: 'Json',
  description: bilingual({
    en: 'Data of an event, as it was recorded; its shape depends on the event.',
    zh: '事件数据，结构随事件类型而定，仅用于返回。',
  }),
  serialize: (value) => value,
  parseValue: refuse,
  parseLiteral: refuse,
});
