import { claiming, happened, possibleDuplicate, refused } from '#kernel';
import type { CommandData } from './finding.commands.js';
import { gapObserved } from './finding.facts.js';
import { takenFiles } from './finding.files.js';
import { type Surroundings } from './finding.surroundings.js';
import { answering, reasoned, type Refused, type Rule } from './finding.rules.js';
import type { FindingState } from './finding.state.js';
import { claimsOf } from './finding.twins.js';

const record: Rule<'RecordObservation', FindingState> = (given, _, on, around) => {
  const { notDuplicateOf, ...asked } = given;
  const { territoryPath, dutyPoint } = around;
  if (territoryPath === undefined) return refused('NO_SUCH_TERRITORY', 'territoryId');
  const no = wrongSubject(asked, around) ?? wrongDutyPoint(asked, dutyPoint);
  if (no) return no;
  const evidence = takenFiles(asked.evidence, around.files, { had: [], on }, 'evidence');
  if ('refused' in evidence) return evidence;
  const twin = possibleDuplicate(around.twins, given);
  if (twin) return twin;
  const seen = { ...asked, evidence };
  const data = { ...seen, ...(notDuplicateOf && { notDuplicateOf }), territoryPath, answerable: holdersOf(dutyPoint) };
  return claiming(happened({ type: 'ObservationRecorded' as const, data }), claimsOf(seen, territoryPath, on));
};

/** F2: who held the duty when it happened. */
const holdersOf = (dutyPoint: Surroundings['dutyPoint']) => [...(dutyPoint?.holders ?? [])];

const wrongSubject = (
  { subjectOrgId, subjectTold }: CommandData<'RecordObservation'>,
  { subject }: Surroundings,
): Refused | undefined => {
  if (subjectTold && !subjectOrgId) return refused('SUBJECT_NOT_NAMED', 'subjectTold');
  return subjectOrgId && !subject?.stands ? refused('NO_SUCH_ORGANISATION', 'subjectOrgId') : undefined;
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
  record(gapObserved(asked), state, on, around);

/** The rules by which an observation becomes a finding, or does not. */
export const observe = {
  RecordObservation: record,
  RecordGapFinding: recordGap,
  /** A note is for the story of a finding; it changes nothing about it. */
  NoteFinding: answering('NoteFinding', (data) => happened({ type: 'FindingNoted', data })),
  ConfirmFinding: answering('ConfirmFinding', () => happened({ type: 'FindingConfirmed', data: {} })),
  DismissObservation: answering('DismissObservation', (asked) =>
    reasoned(asked, (data) => happened({ type: 'ObservationDismissed', data })),
  ),
  /** R9: a wrong item stays visible. */
  VoidFinding: answering('VoidFinding', (asked) =>
    reasoned(asked, (data) => happened({ type: 'FindingVoided', data })),
  ),
};
