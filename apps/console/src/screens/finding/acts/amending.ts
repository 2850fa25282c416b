import addEvidenceInput from 'input:AddEvidenceInput';
import changeSeverityInput from 'input:ChangeSeverityInput';
import correctObservationInput from 'input:CorrectObservationInput';
import correctBeforeConfirmingInput from 'input:CorrectBeforeConfirmingInput';
import correctFindingInput from 'input:CorrectFindingInput';
import { graphql } from '../../../api/graphql';
import { SAID } from '../../../forms/said';
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
  addEvidence: {
    mutation: graphql(
      `
        mutation AddEvidence($input: AddEvidenceInput!) {
          outcome: addEvidence(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: addEvidenceInput,
  },
  changeSeverity: {
    mutation: graphql(
      `
        mutation ChangeSeverity($input: ChangeSeverityInput!) {
          outcome: changeSeverity(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: changeSeverityInput,
    begin: ({ severity }) => ({ severity }),
  },
  correctObservation: {
    mutation: graphql(
      `
        mutation CorrectObservation($input: CorrectObservationInput!) {
          outcome: correctObservation(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: correctObservationInput,
    begin: asWritten,
  },
  correctBeforeConfirming: {
    mutation: graphql(
      `
        mutation CorrectBeforeConfirming($input: CorrectBeforeConfirmingInput!) {
          outcome: correctBeforeConfirming(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: correctBeforeConfirmingInput,
    begin: asWritten,
  },
  correctFinding: {
    mutation: graphql(
      `
        mutation CorrectFinding($input: CorrectFindingInput!) {
          outcome: correctFinding(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: correctFindingInput,
    begin: asWritten,
  },
} satisfies Readonly<Record<string, FindingAct>>;
