import addEvidence from 'act:addEvidence';
import changeSeverity from 'act:changeSeverity';
import correctObservation from 'act:correctObservation';
import correctBeforeConfirming from 'act:correctBeforeConfirming';
import correctFinding from 'act:correctFinding';
import type { Finding } from '../query';
import type { FindingAct } from './finding-act';

const asWritten = ({ class: kind, place, description, subject, dutyPoint }: Finding) => ({
  class: kind,
  place,
  description,
  ...(subject && { subjectOrgId: subject.id }),
  ...(dutyPoint && { dutyPointId: dutyPoint.id }),
});

/** What puts right what a finding says. */
export const amending = {
  addEvidence,
  changeSeverity: {
    ...changeSeverity,
    begin: ({ severity }) => ({ severity }),
  },
  correctObservation: {
    ...correctObservation,
    begin: asWritten,
  },
  correctBeforeConfirming: {
    ...correctBeforeConfirming,
    begin: asWritten,
  },
  correctFinding: {
    ...correctFinding,
    begin: asWritten,
  },
} satisfies Readonly<Record<string, FindingAct>>;
