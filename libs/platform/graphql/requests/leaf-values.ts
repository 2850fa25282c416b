import type { Text } from '#kernel';
import { isEnumType, type GraphQLLeafType, type GraphQLScalarType } from 'graphql';

interface Leaf {
  readonly text: Text;
  readonly fits: (value: unknown) => boolean;
}

const isWhole = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31;

/** What the specification's own scalars take as variables. */
const LEAVES: Readonly<Record<string, Leaf>> = {
  Int: { text: { en: 'Must be a whole number.', zh: '须为整数。' }, fits: isWhole },
  Float: { text: { en: 'Must be a number.', zh: '须为数字。' }, fits: (value) => Number.isFinite(value) },
  String: { text: { en: 'Must be text.', zh: '须为文本。' }, fits: (value) => typeof value === 'string' },
  Boolean: {
    text: { en: 'Must be true or false.', zh: '须为 true 或 false。' },
    fits: (value) => typeof value === 'boolean',
  },
  ID: {
    text: { en: 'Must be an id, as text.', zh: '须为文本形式的编号。' },
    fits: (value) => typeof value === 'string' || Number.isSafeInteger(value),
  },
};

const WORD: Text = { en: 'Must be one of the words that are listed for it.', zh: '须为所列取值之一。' };
const FORM: Text = { en: 'Does not have the form that is asked for.', zh: '格式不符合要求。' };
const OWN: Readonly<Record<string, Text>> = {
  DateTime: {
    en: 'Must be an instant that exists, such as 2022-03-31T09:00:00Z.',
    zh: '须为真实存在的时刻，例如 2022-03-31T09:00:00Z。',
  },
};

const parses = (value: unknown, type: GraphQLScalarType): boolean => {
  try {
    type.parseValue(value);
    return true;
  } catch {
    return false;
  }
};

/** Whether a value is one of this scalar. Those of the specification are not asked: they quote what they refuse. */
export const fitsLeaf = (value: unknown, type: GraphQLScalarType): boolean =>
  LEAVES[type.name]?.fits(value) ?? parses(value, type);

/** What a value of this type must be. */
export const wordsOf = (type: GraphQLLeafType): Text =>
  isEnumType(type) ? WORD : (LEAVES[type.name]?.text ?? OWN[type.name] ?? FORM);
