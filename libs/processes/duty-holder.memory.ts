import { dutyPointEvents } from '#contexts/duties';
import { organisationEvents, personEvents } from '#contexts/parties';
import type { Id, View } from '#kernel';
import type { Period } from './presence.js';

/** An assignment, and in which post it is held, where one is named. */
export interface HeldDuty {
  readonly assignmentId: Id<'assignment'>;
  readonly dutyPointId: Id<'dutyPoint'>;
  readonly orgId: Id<'organisation'>;
  readonly postId?: Id<'post'>;
  readonly from: string;
}

/** A person or an organisation that duties were assigned to. */
export interface DutyHolder {
  /** All that were ever assigned, since it may be learned later that the holder left earlier. */
  readonly duties: readonly HeldDuty[];
  /** Of a person: the appointments. */
  readonly periods: readonly Period[];
  /** Of an organisation that is there no longer. */
  readonly dissolvedAt?: string;
}

const sources = [personEvents, organisationEvents, dutyPointEvents] as const;
export type Heard = typeof sources;

const nothing: DutyHolder = { duties: [], periods: [] };

/** What persons and organisations are assigned, beside what says whether they are still there: by person, and by organisation. */
export const dutyHolder: View<DutyHolder, Heard> = {
  name: 'duty_holder',
  version: 1,
  of: sources,
  owner: () => ({ territory: '', orgs: [] }),
  key: {
    person: (_, { stream }) => stream,
    organisation: (_, { stream }) => stream,
    dutyPoint: ({ type, data }) =>
      type === 'PartyAssigned' ? [data.holder.orgId, data.holder.personId].filter((id) => id !== undefined) : [],
  },
  on: {
    person: {
      PersonRegistered: 'ignore',
      DeputyNamed: 'ignore',
      DeputyEnded: 'ignore',
      AbsenceReported: 'ignore',
      AbsenceEnded: 'ignore',
      PostHeld: (row = nothing, { postId, orgId, from }) => ({
        ...row,
        periods: [...row.periods, { postId, orgId, from }],
      }),
      PostLeft: (row = nothing, { postId, to }) => ({
        ...row,
        periods: row.periods.map((one) => (one.postId === postId && one.to === undefined ? { ...one, to } : one)),
      }),
      PersonCorrected: 'ignore',
      AppointmentCorrected: (row = nothing, { postId, was, from, to }) => ({
        ...row,
        periods: row.periods.map((one) =>
          one.postId === postId && one.from === was.from ? { ...one, from, ...(to !== undefined && { to }) } : one,
        ),
      }),
      PostEnded: 'ignore',
    },
    organisation: {
      OrgCreated: 'ignore',
      OrgRenamed: 'ignore',
      OrgCorrected: 'ignore',
      PostCorrected: 'ignore',
      PostEstablished: 'ignore',
      OrgDissolved: (row = nothing, { dissolvedAt }) => ({ ...row, dissolvedAt }),
    },
    dutyPoint: {
      DutyPointDefined: 'ignore',
      StepLinked: 'ignore',
      LinkProposed: 'ignore',
      LinkProposalClosed: 'ignore',
      LinkOffered: 'ignore',
      LinkAccepted: 'ignore',
      LinkRefused: 'ignore',
      StepUnlinked: 'ignore',
      DutyPointCorrected: 'ignore',
      PartyAssigned: (row = nothing, { assignmentId, holder: { orgId, postId }, from }, { stream: dutyPointId }) => ({
        ...row,
        duties: [...row.duties, { assignmentId, dutyPointId, orgId, ...(postId && { postId }), from }],
      }),
      AssignmentAccepted: 'ignore',
      AssignmentEnded: 'ignore',
      TransferProposed: 'ignore',
      TransferSigned: 'ignore',
      AssignmentTransferred: 'ignore',
      HolderBecameInactive: 'ignore',
      PartyWaived: 'ignore',
      BasisEnded: 'ignore',
      DutyRepointed: 'ignore',
      DutyPointRetired: 'ignore',
      GapDetected: 'ignore',
      GapResolved: 'ignore',
    },
  },
};
