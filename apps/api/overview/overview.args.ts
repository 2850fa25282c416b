import type { Id } from '#kernel';
import { IdField, LookArgs } from '#platform/graphql';
import { ArgsType } from '@nestjs/graphql';

@ArgsType()
export class OverviewArgs extends LookArgs {
  @IdField('territory', {
    en: 'Whose places right below it are told of apart; none when left out.',
    zh: '分列其下一级各地的属地；省略则不分列。',
    optional: true,
  })
  placesOf?: Id<'territory'>;
}
