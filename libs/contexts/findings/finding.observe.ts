import { happened, refused, type Occasion } from '#kernel';
import { contradicts, reasoned, whileAt, type CommandData, type FindingFacts, type Verdict } from './finding.rules.js';
import type { FindingState } from './finding.state.js';

const record = (
  asked: CommandData<'RecordObservation'>,
  state: FindingState,
  _: Occasion,
  facts: FindingFacts,
): Verdict => {
  if (state.is !== 'new') return refused('ALREADY_RECORDED');
  const { territoryPath, dutyPoint } = facts;
  if (territoryPath === undefined) return refused('NO_SUCH_TERRITORY', 'territoryId');
  const no = wrongSubject(asked, facts) ?? wrongDutyPoint(asked, dutyPoint);
  if (no) return no;
  const answerable = [...(dutyPoint?.holders ?? [])];
  return happened({ type: 'ObservationRecorded', data: { ...asked, territoryPath, answerable } });
};

const wrongSubject = (
  { evidence }: CommandData<'RecordObservation'>,
  { unknownOrgs = [] }: FindingFacts,
): Verdict | undefined => {
  if (unknownOrgs.length > 0) return refused('NO_SUCH_ORGANISATION', 'subjectOrgId');
  return contradicts([], evidence) ? refused('EVIDENCE_DIFFERS', 'evidence') : undefined;
};

const wrongDutyPoint = (
  { kind, dutyPointId }: CommandData<'RecordObservation'>,
  found: FindingFacts['dutyPoint'],
): Verdict | undefined => {
  if (kind === 'gap' && !dutyPointId) return refused('GAP_NEEDS_DUTY_POINT', 'dutyPointId');
  if (!dutyPointId) return undefined;
  if (!found) return refused('NO_SUCH_DUTY_POINT', 'dutyPointId');
  return kind === 'gap' && !found.hasGap ? refused('NO_OPEN_GAP', 'dutyPointId') : undefined;
};

/** The rules by which an observation becomes a finding, or does not. */
export const observe = {
  RecordObservation: record,
  RecordGapFinding: (asked: CommandData<'RecordGapFinding'>, state: FindingState, on: Occasion, facts: FindingFacts) =>
    record({ ...asked, kind: 'gap', class: 'responsibilityGap' }, state, on, facts),
  ConfirmFinding: whileAt<CommandData<'ConfirmFinding'>>(['observed'], (_, { evidence }) =>
    evidence.length > 0 ? happened({ type: 'FindingConfirmed', data: {} }) : refused('EVIDENCE_REQUIRED', 'evidence'),
  ),
  DismissObservation: whileAt<CommandData<'DismissObservation'>>(['observed'], (asked) =>
    reasoned(asked, (data) => happened({ type: 'ObservationDismissed', data })),
  ),
  /** R9: a wrong item stays visible. */
  VoidFinding: (asked: CommandData<'VoidFinding'>, state: FindingState): Verdict => {
    if (state.is === 'new') return refused('NOT_RECORDED');
    if (state.is === 'voided' || state.is === 'dismissed') return refused('NOT_AT_THIS_STAGE');
    return reasoned(asked, (data) => happened({ type: 'FindingVoided', data }));
  },
};
