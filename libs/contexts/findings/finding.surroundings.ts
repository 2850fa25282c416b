import type { Id } from '#kernel';
import type { TerritoryPath } from '#kernel';
import type { Body, Bodies } from './finding.bodies.js';
import type { Merging } from './finding.merging.js';
import type { Files } from './finding.named.js';
import type { FreeNumber } from './finding.number.js';
import type { Named } from './finding.people.js';
import type { Answerable } from './finding.state.js';

/** A duty point that somebody names: where it lies, and who held it when it happened. */
export interface DutyThere {
  readonly territoryPath: TerritoryPath;
  readonly holders: readonly Answerable[];
  readonly hasGap: boolean;
}
/** What stands around something that is recorded. */
export interface Surroundings {
  /** Where the place lies, if there is such a place. */
  readonly territoryPath: TerritoryPath | undefined;
  /** Who held the duty point that is named when it happened (F2), if there is such a duty point. */
  readonly dutyPoint: DutyThere | undefined;
  /** The body that it is about, if one is named that is there. */
  readonly subject: Body | undefined;
  /** What is recorded already and may be the same, of what the actor may see (F8). */
  readonly twins: readonly Id[];
  /** The files that are named. */
  readonly files: Files;
}
/** What stands around something that is put otherwise. */
export type Correction = Pick<Surroundings, 'dutyPoint' | 'subject' | 'twins'>;
/** What is read of other streams for each command that rests on more than the finding itself. */
export interface FindingFacts {
  readonly NumberFinding: FreeNumber | undefined;
  readonly RecordObservation: Surroundings;
  readonly RecordGapFinding: Surroundings;
  readonly CorrectObservation: Correction;
  readonly CorrectBeforeConfirming: Correction;
  readonly CorrectFinding: Correction;
  readonly AddEvidence: Files;
  readonly ReportImmediateFix: Files;
  readonly ReportCompletion: Files;
  readonly PassVerification: Files;
  readonly FailVerification: Files;
  readonly RecordLookBack: Files;
  readonly MergeFinding: Merging;
  readonly OrderRectification: Bodies;
  readonly RedirectOrder: Bodies;
  readonly ReplaceAcceptor: Bodies;
  readonly SubmitPlan: Named;
  readonly RevisePlan: Named;
  readonly AssignVerifier: Named;
  readonly ReplaceVerifier: Named;
}
