import { IntField } from '#platform/graphql';
import { ArgsType } from '@nestjs/graphql';

export const MOST_ENTRIES = 500;

@ArgsType()
export class SecurityLogArgs {
  @IntField(1, MOST_ENTRIES, { en: 'How many, 1 to 500.', zh: '条数，1 至 500。', fallback: 100 })
  first = 100;
}
