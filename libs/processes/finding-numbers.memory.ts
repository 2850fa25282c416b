import { findingEvents, yearOfRecord } from '#contexts/findings';
import type { View } from '#kernel';

/** How many findings one body has recorded in one year. */
export interface FindingNumbers {
  readonly count: number;
}

const sources = [findingEvents] as const;
export type Heard = typeof sources;

/** How many findings there are of each body and year in China, in the order in which the log took them: every replay counts the same. */
export const findingNumbers: View<FindingNumbers, Heard> = {
  name: 'finding_numbers',
  version: 1,
  of: sources,
  owner: () => ({ territory: '', orgs: [] }),
  key: {
    finding: ({ type }, { orgId, recordedAt }) =>
      type === 'ObservationRecorded' && orgId ? `${orgId}/${String(yearOfRecord(recordedAt))}` : [],
  },
  on: {
    finding: {
      ObservationRecorded: ({ count } = { count: 0 }) => ({ count: count + 1 }),
      FindingNumbered: 'ignore',
      FindingNoted: 'ignore',
      ObservationDismissed: 'ignore',
      FindingConfirmed: 'ignore',
      FindingVoided: 'ignore',
      FindingMerged: 'ignore',
      RectificationOrdered: 'ignore',
      OrderRedirected: 'ignore',
      OrderWithdrawn: 'ignore',
      AcceptorReplaced: 'ignore',
      RectificationAcknowledged: 'ignore',
      PlanSubmitted: 'ignore',
      PlanApproved: 'ignore',
      PlanReturned: 'ignore',
      PlanRevised: 'ignore',
      ImmediateFixReported: 'ignore',
      EarlierFixTaken: 'ignore',
      CompletionReported: 'ignore',
      VerifierAssigned: 'ignore',
      VerifierReplaced: 'ignore',
      VerifierPassed: 'ignore',
      VerificationPassed: 'ignore',
      VerificationFailed: 'ignore',
      EvidenceAdded: 'ignore',
      SeverityChanged: 'ignore',
      ObservationCorrected: 'ignore',
      CloseOutApproved: 'ignore',
      CloseOutRefused: 'ignore',
      LookBackPassed: 'ignore',
      RelapseConfirmed: 'ignore',
      RectificationReopened: 'ignore',
    },
  },
};
