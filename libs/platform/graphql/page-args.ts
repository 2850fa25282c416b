import { bilingual } from '#kernel';
import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, Max, MaxLength, Min } from './fields/rules.js';
import { LookArgs } from './looking.js';

/** The most that one page holds. */
export const MAX_PAGE = 100;
/** What a page holds when nothing is said. */
export const DEFAULT_PAGE = 20;

/** The arguments of every list. Extend it to add filters. */
@ArgsType()
export class PageArgs extends LookArgs {
  @Field(() => Int, {
    defaultValue: DEFAULT_PAGE,
    description: bilingual({ en: 'How many, 1 to 100.', zh: '每页条数，1 至 100。' }),
  })
  @IsInt()
  @Min(1, { message: 'must be at least 1 不得小于 1' })
  @Max(MAX_PAGE, { message: 'must be at most 100 不得大于 100' })
  first: number = DEFAULT_PAGE;

  @Field(() => String, {
    nullable: true,
    description: bilingual({ en: 'Go on after this cursor.', zh: '从此游标之后继续。' }),
  })
  @IsOptional()
  @MaxLength(500)
  after?: string;
}
