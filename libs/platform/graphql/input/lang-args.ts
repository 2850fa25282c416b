import { vocabulary } from '#kernel';
import { ArgsType } from '@nestjs/graphql';
import { enumTypeOf } from '../output/enum-of.js';
import type { Language } from '../server/language.js';
import { EnumField } from './plain-fields.js';

const LANGUAGES = vocabulary('Language', 'A language of the product.', '语言。', {
  en: { en: 'English', zh: '英文' },
  zh: { en: 'Chinese', zh: '中文' },
});

/** What every name takes: the language to hear it in. */
@ArgsType()
export class LangArgs {
  @EnumField(() => enumTypeOf(LANGUAGES), {
    en: 'In which language; that of the request (Accept-Language) when left out.',
    zh: '语言；省略则按请求的语言（Accept-Language）。',
    optional: true,
  })
  lang?: Language;
}
