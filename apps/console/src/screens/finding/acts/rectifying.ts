import acknowledgeRectificationInput from 'input:AcknowledgeRectificationInput';
import submitPlanInput from 'input:SubmitPlanInput';
import revisePlanInput from 'input:RevisePlanInput';
import approvePlanInput from 'input:ApprovePlanInput';
import returnPlanInput from 'input:ReturnPlanInput';
import reportImmediateFixInput from 'input:ReportImmediateFixInput';
import reportCompletionInput from 'input:ReportCompletionInput';
import { graphql } from '../../../api/graphql';
import { SAID } from '../../../forms/said';
import type { FindingAct } from './finding-act';
import { MeasuresDoneEntry } from './measures-done-entry';

/** What the unit does, and what is said to it. */
export const rectifying = {
  acknowledgeRectification: {
    mutation: graphql(
      `
        mutation AcknowledgeRectification($input: AcknowledgeRectificationInput!) {
          outcome: acknowledgeRectification(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: acknowledgeRectificationInput,
  },
  submitPlan: {
    mutation: graphql(
      `
        mutation SubmitPlan($input: SubmitPlanInput!) {
          outcome: submitPlan(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: submitPlanInput,
  },
  revisePlan: {
    mutation: graphql(
      `
        mutation RevisePlan($input: RevisePlanInput!) {
          outcome: revisePlan(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: revisePlanInput,
  },
  approvePlan: {
    mutation: graphql(
      `
        mutation ApprovePlan($input: ApprovePlanInput!) {
          outcome: approvePlan(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: approvePlanInput,
  },
  returnPlan: {
    mutation: graphql(
      `
        mutation ReturnPlan($input: ReturnPlanInput!) {
          outcome: returnPlan(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: returnPlanInput,
  },
  reportImmediateFix: {
    mutation: graphql(
      `
        mutation ReportImmediateFix($input: ReportImmediateFixInput!) {
          outcome: reportImmediateFix(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: reportImmediateFixInput,
  },
  reportCompletion: {
    mutation: graphql(
      `
        mutation ReportCompletion($input: ReportCompletionInput!) {
          outcome: reportCompletion(input: $input) {
            ...Said
          }
        }
      `,
      [SAID],
    ),
    input: reportCompletionInput,
    entries: { measures: MeasuresDoneEntry },
  },
} satisfies Readonly<Record<string, FindingAct>>;
