import { happened, refused, type Occasion } from '#kernel';
import { at, contradicts, reasoned, type Asked, type FindingFacts, type Yes } from './finding.rules.js';
import type { FindingState } from './finding.state.js';

const record = (asked: Asked<'RecordObservation'>, state: FindingState, _: Occasion, facts: FindingFacts): Yes => {
  if (state.is !== 'new') return refused('ALREADY_RECORDED');
  const { territoryPath, dutyPoint } = facts;
  if (territoryPath === undefined) return refused('NO_SUCH_TERRITORY', 'territoryId');
  const no = wrongSubject(asked, facts) ?? wrongDutyPoint(asked, dutyPoint);
  if (no) return no;
  const answerable = [...(dutyPoint?.holders ?? [])];
  return happened({ type: 'ObservationRecorded', data: { ...asked, territoryPath, answerable } });
};

const wrongSubject = (
  { evidence }: Asked<'RecordObservation'>,
  { unknownOrgs = [] }: FindingFacts,
): Yes | undefined => {
  if (unknownOrgs.length > 0) return refused('NO_SUCH_ORGANISATION', 'subjectOrgId');
  return contradicts([], evidence) ? refused('EVIDENCE_DIFFERS', 'evidence') : undefined;
};

const wrongDutyPoint = (
  { kind, dutyPointId }: Asked<'RecordObservation'>,
  found: FindingFacts['dutyPoint'],
): Yes | undefined => {
  if (kind === 'gap' && !dutyPointId) return refused('GAP_NEEDS_DUTY_POINT', 'dutyPointId');
  if (!dutyPointId) return undefined;
  if (!found) return refused('NO_SUCH_DUTY_POINT', 'dutyPointId');
  return kind === 'gap' && !found.hasGap ? refused('NO_OPEN_GAP', 'dutyPointId') : undefined;
};

/** From what somebody saw to a finding, or not. */
export const observe = {
  RecordObservation: record,
  RecordGapFinding: (asked: Asked<'RecordGapFinding'>, state: FindingState, on: Occasion, facts: FindingFacts) =>
    record({ ...asked, kind: 'gap', class: 'responsibilityGap' }, state, on, facts),
  ConfirmFinding: at<Asked<'ConfirmFinding'>>(['observed'], (_, { evidence }) =>
    evidence.length > 0 ? happened({ type: 'FindingConfirmed', data: {} }) : refused('EVIDENCE_REQUIRED', 'evidence'),
  ),
  DismissObservation: at<Asked<'DismissObservation'>>(['observed'], (asked) =>
    reasoned(asked, (data) => happened({ type: 'ObservationDismissed', data })),
  ),
  /** R9: a wrong item stays visible. */
  VoidFinding: (asked: Asked<'VoidFinding'>, state: FindingState): Yes => {
    if (state.is === 'new') return refused('NOT_RECORDED');
    if (state.is === 'voided' || state.is === 'dismissed') return refused('NOT_AT_THIS_STAGE');
    return reasoned(asked, (data) => happened({ type: 'FindingVoided', data }));
  },
};
