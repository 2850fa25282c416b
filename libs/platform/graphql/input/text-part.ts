import { ArgsType } from '@nestjs/graphql';
import { IntField } from './plain-fields.js';

/** The longest text that any field holds. */
const LONGEST = 100_000;

/** The arguments of a field that holds a long text: which part of it. */
@ArgsType()
export class TextPartArgs {
  @IntField(0, LONGEST, { en: 'From which character on.', zh: '自第几个字符起。', fallback: 0 })
  from = 0;

  @IntField(1, LONGEST, {
    en: 'How many characters; a list of long texts is answered when it asks for few.',
    zh: '取多少个字符；列表中取较少字符方可应答。',
    fallback: LONGEST,
  })
  first: number = LONGEST;
}

/** That part of a text, counted in characters. */
export const textPart = (text: string, { from, first }: TextPartArgs): string =>
  from === 0 && text.length <= first ? text : [...text].slice(from, from + first).join('');
