import { SIGNED_IN } from '#access';
import { bilingual } from '#kernel';
import { MayAsk, objectTypeOf } from '#platform/graphql';
import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { SystemReport } from './system-report.js';
import { freshnessRow, type Freshness } from './system.row.js';

const FreshnessType = objectTypeOf(freshnessRow);

/** Whether what lists show is the log as it stands. */
@Resolver()
export class FreshnessResolver {
  constructor(@Inject(SystemReport) private readonly report: Pick<SystemReport, 'freshness'>) {}

  @MayAsk(SIGNED_IN)
  @Query(() => FreshnessType, {
    description: bilingual({
      en: 'How far lists are behind the log: for whoever asks again now and then.',
      zh: '列表与日志的差距，供界面定时查询。',
    }),
  })
  freshness(): Promise<Freshness> {
    return this.report.freshness();
  }
}
