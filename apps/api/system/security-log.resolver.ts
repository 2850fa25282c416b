import { onlyFor } from '#access';
import { holderOf } from '#contexts/grants';
import { bilingual, ref } from '#kernel';
import { itemsAtMost, MayAsk, objectTypeOf } from '#platform/graphql';
import type { SecurityEntry } from '#platform/security';
import { Inject } from '@nestjs/common';
import { Args, Extensions, Query, Resolver } from '@nestjs/graphql';
import { MOST_ENTRIES, SecurityLogArgs } from './security-log.args.js';
import { securityRow, type SecurityLine } from './security-log.row.js';
import { SystemReport } from './system-report.js';

const SecurityType = objectTypeOf(securityRow);

/** An account is known by whose it is. */
const shown = ({ at, word, about: { account, grants, by, ...known } }: SecurityEntry): SecurityLine => {
  const about = account ? holderOf(account) : grants;
  return {
    ...known,
    at: at.toISOString(),
    event: word,
    ...(about && { about: ref(about) }),
    ...(by && { by: ref(by) }),
  };
};

/** What happened at the door and within (SD5): administrators see it like auditors, and nobody prunes it. */
@Resolver()
export class SecurityLogResolver {
  constructor(@Inject(SystemReport) private readonly report: Pick<SystemReport, 'securityLog'>) {}

  @MayAsk(onlyFor('admin', 'auditor'))
  @Query(() => [SecurityType], {
    description: bilingual({
      en: 'The newest entries of the security log, the newest first.',
      zh: '最新的安全日志，新者在前。',
    }),
  })
  @Extensions(itemsAtMost(MOST_ENTRIES))
  async securityLog(@Args() { first }: SecurityLogArgs): Promise<readonly SecurityLine[]> {
    return (await this.report.securityLog(first)).map(shown);
  }
}
