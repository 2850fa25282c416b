import assignVerifierInput from 'input:AssignVerifierInput';
import replaceVerifierInput from 'input:ReplaceVerifierInput';
import passVerificationInput from 'input:PassVerificationInput';
import failVerificationInput from 'input:FailVerificationInput';
import approveCloseOutInput from 'input:ApproveCloseOutInput';
import refuseCloseOutInput from 'input:RefuseCloseOutInput';
import recordLookBackInput from 'input:RecordLookBackInput';
import reopenRectificationInput from 'input:ReopenRectificationInput';
import { graphql } from '../../../api/graphql';
import { SAID } from '../../../forms/said';
import type { Finding } from '../query';
import type { FindingAct } from './finding-act';
import { ConditionsEntry } from './conditions-entry';

const whereItWas = ({ place }: Finding) => ({ place });

/** Who looks whether it holds, and what follows. */
export const verifying = {
  assignVerifier: {
    mutation: graphql(
      `
        mutation AssignVerifier($input: AssignVerifierInput!) {
          outcome: assignVerifier(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: assignVerifierInput,
  },
  replaceVerifier: {
    mutation: graphql(
      `
        mutation ReplaceVerifier($input: ReplaceVerifierInput!) {
          outcome: replaceVerifier(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: replaceVerifierInput,
  },
  passVerification: {
    mutation: graphql(
      `
        mutation PassVerification($input: PassVerificationInput!) {
          outcome: passVerification(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: passVerificationInput,
    begin: whereItWas,
  },
  failVerification: {
    mutation: graphql(
      `
        mutation FailVerification($input: FailVerificationInput!) {
          outcome: failVerification(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: failVerificationInput,
    begin: whereItWas,
  },
  approveCloseOut: {
    mutation: graphql(
      `
        mutation ApproveCloseOut($input: ApproveCloseOutInput!) {
          outcome: approveCloseOut(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: approveCloseOutInput,
    entries: { conditions: ConditionsEntry },
  },
  refuseCloseOut: {
    mutation: graphql(
      `
        mutation RefuseCloseOut($input: RefuseCloseOutInput!) {
          outcome: refuseCloseOut(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: refuseCloseOutInput,
  },
  recordLookBack: {
    mutation: graphql(
      `
        mutation RecordLookBack($input: RecordLookBackInput!) {
          outcome: recordLookBack(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: recordLookBackInput,
  },
  reopenRectification: {
    mutation: graphql(
      `
        mutation ReopenRectification($input: ReopenRectificationInput!) {
          outcome: reopenRectification(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: reopenRectificationInput,
  },
} satisfies Readonly<Record<string, FindingAct>>;
