import type { Actor } from '#access';
import type { Between, Narrowing } from '#platform/views';
import type { FindingsArgs } from '../findings.args.js';
import { waysToAwait } from './awaiting.js';
import { findingsDueSoon, overdueFindings } from './deadlines.js';
import type { FindingCard } from './finding-card.js';

type Filters = Omit<FindingsArgs, 'first' | 'after' | 'scope' | 'asOf' | 'waitFor'>;

const period = (field: keyof FindingCard, from: string | undefined, to: string | undefined): Between<FindingCard>[] =>
  from === undefined && to === undefined
    ? []
    : [{ field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];

const toldByTime = (period: Between<FindingCard>, wanted: boolean | undefined): Between<FindingCard>[] =>
  wanted === undefined ? [] : [{ ...period, outside: !wanted }];

/** Which findings are asked for, by somebody, at a moment. */
export const findingFilters = (asked: Filters, viewer: Actor, moment: string): Narrowing<FindingCard> => {
  const { status, kind, severity, unitId, subjectOrgId, dutyPointId, closedOut } = asked;
  const { acceptorId: acceptorOrgId, verifierId: verifierIds, recorderId } = asked;
  const equal = { status, kind, class: asked.class, severity, unitId, subjectOrgId, dutyPointId, closedOut };
  const where = { ...equal, acceptorOrgId, verifierIds, recorderId };
  return {
    where: Object.fromEntries(Object.entries(where).filter(([, wanted]) => wanted !== undefined)),
    between: [
      ...period('recordedAt', asked.recordedFrom, asked.recordedTo),
      ...period('occurredAt', asked.occurredFrom, asked.occurredTo),
      ...period('confirmationRecordedAt', asked.confirmedFrom, asked.confirmedTo),
      ...period('dueAt', asked.dueFrom, asked.dueTo),
      ...toldByTime(overdueFindings(moment), asked.overdue),
      ...toldByTime(findingsDueSoon(moment), asked.dueSoon),
    ],
    ...(asked.awaiting && { oneOf: waysToAwait(viewer) }),
    ...(asked.text !== undefined && { containing: asked.text }),
  };
};
