import { bilingual, type Text, type Vocabulary, type Words } from '#kernel';
import { registerEnumType } from '@nestjs/graphql';

/** An enumeration of the schema: its values, by the names that the schema knows them by. */
export type EnumOf<K extends string> = Readonly<Record<string, K>>;

/** A name of the schema holds no dash, and is none of the language's own words: `no-holder` is `noHolder` there, `false` is `false_`. */
const schemaName = (value: string): string =>
  value.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/^(?:true|false|null)$/, '$&_');

/**
 * Declares an enumeration of the schema: each value with its name in both languages. The values are the words that the events
 * hold, so nothing is translated on the way. Use it as `@EnumField(() => Status, …)` or `@Field(() => Status)`.
 */
export const enumOf = <const K extends string>(
  name: string,
  description: Text,
  values: Readonly<Record<K, Text>>,
): EnumOf<K> => {
  const entries = Object.entries<Text>(values);
  // Built from the very keys of `values`.
  const made = Object.fromEntries(entries.map(([value]) => [schemaName(value), value])) as EnumOf<K>;
  registerEnumType(made, {
    name,
    description: bilingual(description),
    valuesMap: Object.fromEntries(
      entries.map(([value, text]) => [schemaName(value), { description: bilingual(text) }]),
    ),
  });
  return made;
};

const types = new WeakMap<Vocabulary, EnumOf<string>>();

/** The enumeration of a vocabulary, made once. */
export const enumTypeOf = <W extends Words>(vocabulary: Vocabulary<W>): EnumOf<keyof W & string> => {
  const { name, description, words } = vocabulary;
  const known = types.get(vocabulary) ?? enumOf(name, description, words);
  types.set(vocabulary, known);
  // Made of these very words.
  return known;
};
