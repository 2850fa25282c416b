import { happened, refused } from '#kernel';
import type { CommandData } from './finding.commands.js';
import type { Surroundings } from './finding.facts.js';
import { hasPart } from './finding.parts.js';
import { contradicts, isGrave, reasoned, whileAt, type Refused, type Rule } from './finding.rules.js';
import type { FindingState } from './finding.state.js';

const record: Rule<'RecordObservation', FindingState> = (asked, state, _, around) => {
  if (state.is !== 'new') return refused('ALREADY_RECORDED');
  const { territoryPath, dutyPoint } = around;
  if (territoryPath === undefined) return refused('NO_SUCH_TERRITORY', 'territoryId');
  const no = wrongSubject(asked, around) ?? wrongDutyPoint(asked, dutyPoint);
  if (no) return no;
  const answerable = [...(dutyPoint?.holders ?? [])];
  return happened({ type: 'ObservationRecorded', data: { ...asked, territoryPath, answerable } });
};

const wrongSubject = (
  { subjectOrgId, subjectTold, evidence }: CommandData<'RecordObservation'>,
  { subject }: Surroundings,
): Refused | undefined => {
  if (subjectTold && !subjectOrgId) return refused('SUBJECT_NOT_NAMED', 'subjectTold');
  if (subjectOrgId && !subject?.stands) return refused('NO_SUCH_ORGANISATION', 'subjectOrgId');
  return contradicts([], evidence) ? refused('EVIDENCE_DIFFERS', 'evidence') : undefined;
};

const wrongDutyPoint = (
  { kind, dutyPointId }: CommandData<'RecordObservation'>,
  found: Surroundings['dutyPoint'],
): Refused | undefined => {
  if (kind === 'gap' && !dutyPointId) return refused('GAP_NEEDS_DUTY_POINT', 'dutyPointId');
  if (!dutyPointId) return undefined;
  if (!found) return refused('NO_SUCH_DUTY_POINT', 'dutyPointId');
  return kind === 'gap' && !found.hasGap ? refused('NO_OPEN_GAP', 'dutyPointId') : undefined;
};

const recordGap: Rule<'RecordGapFinding', FindingState> = (asked, state, on, around) =>
  record({ ...asked, kind: 'gap', class: 'responsibilityGap' }, state, on, around);

/** The rules by which an observation becomes a finding, or does not. */
export const observe = {
  RecordObservation: record,
  RecordGapFinding: recordGap,
  /** A note is for the story of a finding; it changes nothing about it. */
  NoteFinding: whileAt('NoteFinding', (data) => happened({ type: 'FindingNoted', data })),
  ConfirmFinding: whileAt('ConfirmFinding', (_, { evidence, observation, parts }, on) => {
    if (evidence.length === 0) return refused('EVIDENCE_REQUIRED', 'evidence');
    return isGrave(observation.severity) && hasPart(parts, 'recorded', on)
      ? refused('CONFIRMER_IS_THE_RECORDER')
      : happened({ type: 'FindingConfirmed', data: {} });
  }),
  DismissObservation: whileAt('DismissObservation', (asked) =>
    reasoned(asked, (data) => happened({ type: 'ObservationDismissed', data })),
  ),
  /** R9: a wrong item stays visible. */
  VoidFinding: whileAt('VoidFinding', (asked) => reasoned(asked, (data) => happened({ type: 'FindingVoided', data }))),
};
