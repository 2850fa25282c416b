import { refused, type DataOf, type Decision, type Id, type Occasion, type Refusal, type TerritoryPath } from '#kernel';
import type { FindingEvent } from './finding.events.js';
import type { FindingRefusal } from './finding.refusals.js';
import type { Answerable, Doer, EvidenceItem, Finding, FindingState } from './finding.state.js';
import type { Stage } from './finding.words.js';

/** What a decision about a finding needs to know of other streams; each command reads its own part. */
export interface FindingFacts {
  /** Recording: where the place lies; absent when there is no such place. */
  readonly territoryPath?: TerritoryPath;
  /** Recording: who held the duty point named when it happened (F2); absent when there is no such duty point. */
  readonly dutyPoint?: { readonly holders: readonly Answerable[]; readonly hasGap: boolean };
  /** Recording and ordering: the organisations named that are not there. */
  readonly unknownOrgs?: readonly Id<'organisation'>[];
  /** Planning and verifying: in which organisations the people named hold posts at that time. */
  readonly orgsOf?: ReadonlyMap<Id<'person'>, readonly Id<'organisation'>[]>;
  /** Closing: whether every required party of the duty point has accepted (R10). */
  readonly dutyHeld?: boolean;
}

/** The data of a command that is answered for with a reason. */
export interface Reasoned {
  readonly reason?: string | undefined;
}

type Data<T extends FindingEvent['type']> = DataOf<FindingEvent, T>;
type Recording = Omit<Data<'ObservationRecorded'>, 'territoryPath' | 'answerable'>;

export type FindingCommand =
  | { type: 'RecordObservation'; data: Recording }
  | {
      type: 'RecordGapFinding';
      data: Omit<Recording, 'kind' | 'class' | 'dutyPointId'> & { dutyPointId: Id<'dutyPoint'> };
    }
  | { type: 'ConfirmFinding'; data: object }
  | { type: 'DismissObservation'; data: Reasoned }
  | { type: 'VoidFinding'; data: Reasoned }
  | { type: 'OrderRectification'; data: Data<'RectificationOrdered'> }
  | { type: 'AcknowledgeRectification'; data: object }
  | { type: 'SubmitPlan'; data: Data<'PlanSubmitted'> }
  | { type: 'ApprovePlan'; data: object }
  | { type: 'ReturnPlan'; data: Reasoned }
  | { type: 'ReportImmediateFix'; data: Data<'ImmediateFixReported'> }
  | { type: 'ReportCompletion'; data: Data<'CompletionReported'> }
  | { type: 'AssignVerifier'; data: Data<'VerifierAssigned'> }
  | { type: 'PassVerification'; data: Data<'VerificationPassed'> }
  | { type: 'FailVerification'; data: Data<'VerificationFailed'> }
  | { type: 'ApproveCloseOut'; data: Omit<Data<'CloseOutApproved'>, 'verifiers'> }
  | { type: 'RefuseCloseOut'; data: Reasoned }
  | { type: 'RecordLookBack'; data: Data<'LookBackPassed'> & { outcome: 'passed' | 'relapsed' } }
  | { type: 'ReopenRectification'; data: Reasoned };

export type CommandData<T extends FindingCommand['type']> = DataOf<FindingCommand, T>;
export type Verdict = Decision<FindingEvent, FindingRefusal>;
export type Refused = Refusal<FindingRefusal>;
type Rule<D> = (asked: D, state: Finding, on: Occasion, facts: FindingFacts) => Verdict;

/** A rule that applies while the finding stands at one of these stages; otherwise the answer is no. */
export const whileAt =
  <D>(stages: readonly Stage[], rule: Rule<D>) =>
  (asked: D, state: FindingState, on: Occasion, facts: FindingFacts): Verdict => {
    if (state.is === 'new') return refused('NOT_RECORDED');
    return stages.includes(state.is) ? rule(asked, state, on, facts) : refused('NOT_AT_THIS_STAGE');
  };

/** Whether this person acts now, in person or through somebody who stands in. */
export const actsAs = ({ actorId, onBehalfOf }: Occasion, personId: Doer['personId'] | undefined): boolean =>
  personId !== undefined && (actorId === personId || onBehalfOf === personId);

/** Evidence keeps its digest: an id that is known may not come with another file. */
export const contradicts = (known: readonly EvidenceItem[], added: readonly EvidenceItem[]): boolean => {
  const digests = new Map<string, string>();
  return [...known, ...added].some(({ id, sha256 }) => {
    const before = digests.get(id) ?? sha256;
    digests.set(id, sha256);
    return before !== sha256;
  });
};

/** Goes on with the reason that was given, or refuses for want of one. */
export const reasoned = ({ reason }: Reasoned, then: (data: { reason: string }) => Verdict): Verdict =>
  reason ? then({ reason }) : refused('REASON_REQUIRED', 'reason');
