import { claiming, happened, possibleDuplicate, refused } from '#kernel';
import type { CommandData } from './finding.commands.js';
import type { Correction } from './finding.surroundings.js';
import { takenFiles } from './finding.files.js';
import { hasPart } from './finding.parts.js';
import { isGrave, answering, type Refused, type Rule, type Verdict } from './finding.rules.js';
import type { Finding } from './finding.state.js';
import { claimsOnceCorrected, claimsOnFiles } from './finding.twins.js';

type Corrected = CommandData<'CorrectObservation'>;

const wrongCorrection = (
  asked: Corrected,
  state: Finding,
  { subject, dutyPoint, twins }: Correction,
): Refused | undefined => {
  const { notDuplicateOf: _, ...right } = asked;
  if (Object.values(right).every((value) => value === undefined)) return refused('NOTHING_CORRECTED');
  if (asked.subjectOrgId && !subject?.stands) return refused('NO_SUCH_ORGANISATION', 'subjectOrgId');
  const no = asked.dutyPointId ? wrongDutyPoint(state, dutyPoint) : undefined;
  return no ?? possibleDuplicate(twins, asked);
};

const wrongDutyPoint = (state: Finding, dutyPoint: Correction['dutyPoint']): Refused | undefined => {
  if (!dutyPoint) return refused('NO_SUCH_DUTY_POINT', 'dutyPointId');
  return state.observation.kind === 'gap' && !dutyPoint.hasGap ? refused('NO_OPEN_GAP', 'dutyPointId') : undefined;
};

/** F9: what is corrected takes the place of what was said before, which stays in the story of the finding. */
const correct = (
  asked: Corrected,
  state: Finding,
  around: Correction,
  more: { readonly reason?: string } = {},
): Verdict => {
  const no = wrongCorrection(asked, state, around);
  if (no) return no;
  const { dutyPoint } = around;
  const answerable = asked.dutyPointId && dutyPoint ? { answerable: [...dutyPoint.holders] } : {};
  const event = { type: 'ObservationCorrected', data: { ...asked, ...answerable, ...more } } as const;
  return claiming(happened(event), claimsOnceCorrected(state, asked));
};

const correctFinding: Rule<'CorrectFinding'> = ({ reason, ...asked }, state, _, around) =>
  reason ? correct(asked, state, around, { reason }) : refused('REASON_REQUIRED', 'reason');

/** F8: one file may show two things, and evidence is not turned away; whoever records with it, or looks for the same, is told of it. */
const addEvidence: Rule<'AddEvidence'> = (asked, state, on, files) => {
  if (asked.evidence.length === 0) return refused('EVIDENCE_REQUIRED', 'evidence');
  const evidence = takenFiles(asked.evidence, files, { had: state.evidence, on }, 'evidence');
  if ('refused' in evidence) return evidence;
  const event = { type: 'EvidenceAdded', data: { evidence } } as const;
  return claiming(happened(event), claimsOnFiles(state, evidence));
};

/** F5, and SD1: nobody makes what they recorded a grave finding alone. */
const changeSeverity: Rule<'ChangeSeverity'> = ({ severity, reason }, { observation, parts }, on) => {
  if (!reason) return refused('REASON_REQUIRED', 'reason');
  if (severity === observation.severity) return refused('SEVERITY_UNCHANGED', 'severity');
  return isGrave(severity) && hasPart(parts, 'recorded', on)
    ? refused('CONFIRMER_IS_THE_RECORDER', 'severity')
    : happened({ type: 'SeverityChanged', data: { severity, reason } });
};

/** The rules by which what a finding says is put right. */
export const amend = {
  AddEvidence: answering('AddEvidence', addEvidence),
  ChangeSeverity: answering('ChangeSeverity', changeSeverity),
  CorrectObservation: answering('CorrectObservation', (asked, state, _, around) => correct(asked, state, around)),
  CorrectBeforeConfirming: answering('CorrectBeforeConfirming', (asked, state, _, around) =>
    correct(asked, state, around),
  ),
  CorrectFinding: answering('CorrectFinding', correctFinding),
};
