import { ArgsType } from '@nestjs/graphql';
import { LookArgs } from './looking.js';
import { expecting } from './expecting.js';
import { IntField } from './plain-fields.js';
import { inputField } from './field-options.js';
import { MaxLength } from './rules.js';

/** The most that one page holds. */
export const MAX_PAGE = 100;
/** What a page holds when nothing is said. */
export const DEFAULT_PAGE = 20;
/** Longer than any cursor that a page gives out. */
const LONGEST_CURSOR = 500;

/** A cursor is the server's own text; whether it is one of this list is known where the list is read. */
const CursorField = () =>
  inputField(
    () => String,
    { en: 'Go on after this cursor.', zh: '从此游标之后继续。', optional: true },
    {
      check: (value) => typeof value === 'string' && value.length <= LONGEST_CURSOR,
      rules: [MaxLength(LONGEST_CURSOR, expecting({ en: 'This list gave out no such cursor.', zh: '游标无效。' }))],
    },
  );

/** The arguments of every list. Extend it to add filters. */
@ArgsType()
export class PageArgs extends LookArgs {
  @IntField(1, MAX_PAGE, { en: 'How many, 1 to 100.', zh: '每页条数，1 至 100。', fallback: DEFAULT_PAGE })
  first: number = DEFAULT_PAGE;

  @CursorField()
  after?: string;
}
