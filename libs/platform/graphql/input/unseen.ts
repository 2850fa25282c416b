import type { Text } from '#kernel';
import { badInput } from '../errors/app-error.js';

/** Characters that show nothing: they join, mark, hide, or change the direction of what stands beside them. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u2028\u2029\uFFF9-\uFFFB]/u;

/** Where such characters belong: joiners and selectors inside emoji, and variation selectors after an ideograph. */
const BELONGING =
  /(?:\p{Extended_Pictographic}|[0-9#*](?=\uFE0F))(?:[\uFE0E\uFE0F]|\p{Emoji_Modifier})*(?:\u200D\p{Extended_Pictographic}(?:[\uFE0E\uFE0F]|\p{Emoji_Modifier})*)*|\p{Ideographic}[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;

/** Something that the eye finds: neither space nor a mark alone, nor the empty pattern of Braille. */
const VISIBLE = /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u;

/** A character in the way that Unicode's tables write it. */
const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What is wrong with a text that people are to read; undefined when every character of it can be seen. */
export const unseenIn = (text: string): Text | undefined => {
  // What belongs is replaced by as many characters that can be seen, so that places stay what they are.
  const rest = text.replace(BELONGING, (found) => 'x'.repeat([...found].length));
  const place = [...rest].findIndex((character) => UNSEEN.test(character));
  if (place >= 0) return named(nameOf([...rest][place] ?? ''), place + 1);
  return VISIBLE.test(text) ? undefined : NOTHING;
};

const NOTHING: Text = { en: 'Must hold at least one character that can be seen.', zh: '须至少含一个可见字符。' };

const named = (character: string, place: number): Text => ({
  en: `Character ${String(place)} (${character}) cannot be seen or changes the direction of the text; leave it out.`,
  zh: `第 ${String(place)} 个字符（${character}）不可见或会改变文字方向，请删除。`,
});

/** Refuses an input that holds a text with such a character, with the way to it. */
export const refuseUnseen = (value: unknown, ...at: readonly string[]): void => {
  if (typeof value === 'string') {
    const wrong = unseenIn(value);
    if (wrong) throw badInput(wrong, ...at);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value) as [string, unknown][]) refuseUnseen(part, ...at, name);
  }
};
