import recordObservationInput from 'input:RecordObservationInput';
import recordGapFindingInput from 'input:RecordGapFindingInput';
import noteFindingInput from 'input:NoteFindingInput';
import confirmFindingInput from 'input:ConfirmFindingInput';
import dismissObservationInput from 'input:DismissObservationInput';
import voidFindingInput from 'input:VoidFindingInput';
import mergeFindingInput from 'input:MergeFindingInput';
import { graphql } from '../../../api/graphql';
import { SAID } from '../../../forms/said';
import type { FindingAct } from './finding-act';

/** What is recorded of a finding itself. */
export const observing = {
  recordObservation: {
    mutation: graphql(
      `
        mutation RecordObservation($input: RecordObservationInput!) {
          outcome: recordObservation(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: recordObservationInput,
  },
  recordGapFinding: {
    mutation: graphql(
      `
        mutation RecordGapFinding($input: RecordGapFindingInput!) {
          outcome: recordGapFinding(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: recordGapFindingInput,
  },
  noteFinding: {
    mutation: graphql(
      `
        mutation NoteFinding($input: NoteFindingInput!) {
          outcome: noteFinding(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: noteFindingInput,
  },
  confirmFinding: {
    mutation: graphql(
      `
        mutation ConfirmFinding($input: ConfirmFindingInput!) {
          outcome: confirmFinding(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: confirmFindingInput,
  },
  dismissObservation: {
    mutation: graphql(
      `
        mutation DismissObservation($input: DismissObservationInput!) {
          outcome: dismissObservation(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: dismissObservationInput,
  },
  voidFinding: {
    mutation: graphql(
      `
        mutation VoidFinding($input: VoidFindingInput!) {
          outcome: voidFinding(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: voidFindingInput,
  },
  mergeFinding: {
    mutation: graphql(
      `
        mutation MergeFinding($input: MergeFindingInput!) {
          outcome: mergeFinding(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: mergeFindingInput,
  },
} satisfies Readonly<Record<string, FindingAct>>;
