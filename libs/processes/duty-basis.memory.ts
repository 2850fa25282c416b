import { directiveEvents } from '#contexts/directives';
import { dutyPointEvents, type DutyPointEvent } from '#contexts/duties';
import type { DataOf, Id, View } from '#kernel';

/** An order, the duties that rest or rested on it, and how it ended. */
export interface DutyBasis {
  readonly duties: readonly Id<'dutyPoint'>[];
  readonly ended?: Pick<DataOf<DutyPointEvent, 'BasisEnded'>, 'because' | 'successorId'>;
}

const sources = [directiveEvents, dutyPointEvents] as const;
export type Heard = typeof sources;

const nothing: DutyBasis = { duties: [] };
const resting = (row: DutyBasis = nothing, duty: Id<'dutyPoint'>): DutyBasis => ({
  ...row,
  duties: [...row.duties.filter((one) => one !== duty), duty],
});

/** What rests on each order, by the order. */
export const dutyBasis: View<DutyBasis, Heard> = {
  name: 'duty_basis',
  version: 1,
  of: sources,
  owner: () => ({ territory: '', orgs: [] }),
  key: {
    directive: (_, { stream }) => stream,
    dutyPoint: ({ type, data }) =>
      (type === 'DutyPointDefined' || type === 'DutyRepointed') && data.clause ? data.clause.directiveId : [],
  },
  on: {
    directive: {
      DirectiveDrafted: 'ignore',
      DirectiveImported: 'ignore',
      DraftEdited: 'ignore',
      SignOffRequested: 'ignore',
      DirectiveIssued: 'ignore',
      DirectiveAmended: 'ignore',
      ChildRecorded: 'ignore',
      DutyRecorded: 'ignore',
      BasisAmended: 'ignore',
      BasisImplemented: 'ignore',
      RequestMade: 'ignore',
      RequestDropped: 'ignore',
      ClauseExempted: 'ignore',
      ExemptionRefused: 'ignore',
      LaterDueGranted: 'ignore',
      LaterDueRefused: 'ignore',
      DirectiveCompleted: 'ignore',
      DirectiveWithdrawn: (row = nothing) => ({ ...row, ended: { because: 'withdrawn' } }),
      DirectiveRevoked: (row = nothing) => ({ ...row, ended: { because: 'revoked' } }),
      DirectiveSuperseded: (row = nothing, { successorId }) => ({
        ...row,
        ended: { because: 'superseded', successorId },
      }),
    },
    dutyPoint: {
      DutyPointDefined: (row, _, { stream }) => resting(row, stream),
      DutyRepointed: (row, _, { stream }) => resting(row, stream),
      BasisEnded: 'ignore',
      DutyPointRetired: 'ignore',
      StepLinked: 'ignore',
      LinkProposed: 'ignore',
      LinkProposalClosed: 'ignore',
      LinkOffered: 'ignore',
      LinkAccepted: 'ignore',
      LinkRefused: 'ignore',
      StepUnlinked: 'ignore',
      DutyPointCorrected: 'ignore',
      PartyAssigned: 'ignore',
      AssignmentAccepted: 'ignore',
      AssignmentEnded: 'ignore',
      TransferProposed: 'ignore',
      TransferSigned: 'ignore',
      AssignmentTransferred: 'ignore',
      HolderBecameInactive: 'ignore',
      PartyWaived: 'ignore',
      GapDetected: 'ignore',
      GapResolved: 'ignore',
    },
  },
};
