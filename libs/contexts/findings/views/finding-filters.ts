import type { Between } from '#platform/views';
import type { FindingsArgs } from '../findings.args.js';
import { findingsDueSoon, overdueFindings } from './deadlines.js';
import type { FindingCard } from './finding-card.js';

/** What findings are looked up by, of what is asked for. */
export const findingFilters = (asked: FindingsArgs) => {
  const { status, kind, severity, unitId, subjectOrgId, dutyPointId, closedOut, relapsed } = asked;
  const { acceptorId: acceptorOrgId, verifierId: verifierIds, recorderId } = asked;
  const equal = { status, kind, class: asked.class, severity, unitId, subjectOrgId, dutyPointId, closedOut, relapsed };
  return { ...equal, acceptorOrgId, verifierIds, recorderId };
};

const toldByTime = (period: Between<FindingCard>, wanted: boolean | undefined): Between<FindingCard>[] =>
  wanted === undefined ? [] : [{ ...period, outside: !wanted }];

/** What is told by the moment looked at, of what is asked for. */
export const findingsTold = ({ overdue, dueSoon }: FindingsArgs, moment: string): readonly Between<FindingCard>[] => [
  ...toldByTime(overdueFindings(moment), overdue),
  ...toldByTime(findingsDueSoon(moment), dueSoon),
];
