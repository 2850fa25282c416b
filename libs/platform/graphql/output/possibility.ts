import { bilingual } from '#kernel';
import type { Possibility as Found } from '#platform/decide';
import { Extensions, Field, ObjectType } from '@nestjs/graphql';
import { charactersAtMost } from '../limits/answer-size.js';
import type { Language } from '../server/language.js';

@ObjectType({
  description: bilingual({
    en: 'A command and whether the viewer may ask for it now. "No" is what it would answer whatever is sent with it; "yes" leaves the rules about what is sent.',
    zh: '一项操作及查看者此刻可否办理。不可办理时所列代码即其必然的答复；可办理时，仍须符合对所填内容的要求。',
  }),
})
export class Possibility {
  @Extensions(charactersAtMost(60))
  @Field(() => String, { description: bilingual({ en: 'The mutation by its name.', zh: '变更名称。' }) })
  command!: string;

  @Extensions(charactersAtMost(120))
  @Field(() => String, {
    description: bilingual({
      en: 'What it does, in the language of Accept-Language.',
      zh: '操作说明，语言随 Accept-Language。',
    }),
  })
  label!: string;

  @Field(() => Boolean, { description: bilingual({ en: 'Whether it may be asked for.', zh: '可否办理。' }) })
  allowed!: boolean;

  @Extensions(charactersAtMost(60))
  @Field(() => String, {
    nullable: true,
    description: bilingual({ en: 'The condition that stands against it.', zh: '不可办理的条件代码。' }),
  })
  code?: string;

  @Field(() => String, {
    nullable: true,
    description: bilingual({
      en: 'Why not, in the language of Accept-Language.',
      zh: '不可办理的理由，语言随 Accept-Language。',
    }),
  })
  reason?: string;
}

/** How the schema calls the mutation of a command. */
export const mutationName = (type: string): string => `${type.charAt(0).toLowerCase()}${type.slice(1)}`;

/** What may be asked for, as the API answers it. */
export const possibility =
  (language: Language) =>
  ({ type, label, no }: Found): Possibility => ({
    command: mutationName(type),
    label: label[language],
    allowed: no === undefined,
    ...(no && { code: no.code, reason: no.reason[language] }),
  });
