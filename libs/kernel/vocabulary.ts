import type { Text } from './text.js';

/** Words that a field chooses from, each with its name in both languages. */
export type Words = Readonly<Record<string, Text>>;

/** Words with the name by which the schema knows them; events hold the words themselves. */
export interface Vocabulary<W extends Words = Words> {
  readonly name: string;
  readonly description: Text;
  readonly words: W;
}

/** Declares a vocabulary: its name in the schema, what it is about, and its words. */
export const vocabulary = <const W extends Words>(name: string, en: string, zh: string, words: W): Vocabulary<W> => ({
  name,
  description: { en, zh },
  words,
});

/** One word of a vocabulary. */
export type WordOf<V> = V extends Vocabulary<infer W> ? keyof W & string : never;
