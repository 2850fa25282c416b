import type { DataOf, Id, Owner } from '#kernel';
import type { FindingEvent } from './finding.events.js';
import type { Stage } from './finding.words.js';

type Observed = DataOf<FindingEvent, 'ObservationRecorded'>;
export type EvidenceItem = Observed['evidence'][number];
export type Answerable = Observed['answerable'][number];
export type Measure = DataOf<FindingEvent, 'PlanSubmitted'>['measures'][number];
export type Verifier = DataOf<FindingEvent, 'VerifierAssigned'>['verifiers'][number];
export type Order = Pick<DataOf<FindingEvent, 'RectificationOrdered'>, 'unitId' | 'dueAt' | 'acceptorOrgId'>;

/** Somebody who acted, and for which body. */
export interface Doer {
  readonly personId: Id<'person'> | Id<'system'>;
  readonly orgId?: Id<'organisation'>;
}

export interface Finding {
  readonly is: Stage;
  readonly occurredAt: string;
  readonly observation: Omit<Observed, 'description' | 'place' | 'evidence'>;
  readonly recorder: Doer;
  /** All evidence that this finding knows. */
  readonly evidence: readonly EvidenceItem[];
  readonly order?: Order;
  readonly planner?: Doer;
  /** How many measures the approved plan has. */
  readonly measures?: number;
  readonly reporter?: Doer;
  readonly verifiers?: readonly Verifier[];
  readonly onSite?: boolean;
}

export type FindingState = { readonly is: 'new' } | Finding;

/** The organisations that hold a stake in a finding: who recorded it, mends it, verifies it and accepts it. */
export const stakeholders = ({ recorder, order, verifiers = [] }: Finding): Owner['orgs'] => {
  const all = [recorder.orgId, order?.unitId, order?.acceptorOrgId, ...verifiers.map(({ orgId }) => orgId)];
  return [...new Set(all.filter((id) => id !== undefined))];
};
