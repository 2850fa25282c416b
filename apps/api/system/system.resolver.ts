import { onlyFor } from '#access';
import { bilingual, type Text } from '#kernel';
import { MayAsk, objectTypeOf, type GraphqlContext } from '#platform/graphql';
import { Inject } from '@nestjs/common';
import { Context, Query, Resolver } from '@nestjs/graphql';
import { SystemReport } from './system-report.js';
import { systemRow } from './system.row.js';

const SystemType = objectTypeOf(systemRow);

/** How the server stands: for those who keep it, and for those who verify what it keeps. */
@Resolver()
export class SystemResolver {
  constructor(@Inject(SystemReport) private readonly report: SystemReport) {}

  @MayAsk(onlyFor('admin', 'auditor'))
  @Query(() => SystemType, {
    description: bilingual({
      en: 'How the server stands: views and followers, alarms, figures, and the settings in effect without what is secret.',
      zh: '系统状况：视图与跟随者、告警、指标，以及生效的配置（不含秘密）。',
    }),
  })
  async system(@Context() { language }: GraphqlContext) {
    const { report } = this;
    const told = (text: Text) => text[language];
    let looked: ReturnType<SystemReport['measures']> | undefined;
    const look = () => (looked ??= report.measures(told));
    return {
      ...(await report.log()),
      settings: report.settings,
      // Found out only where somebody asks for it.
      get failing() {
        return report.failing();
      },
      get views() {
        return report.views();
      },
      get parked() {
        return report.parked();
      },
      get alarms() {
        return look().then(({ alarms }) => alarms);
      },
      get measures() {
        return look().then(({ measures }) => measures);
      },
    };
  }
}
