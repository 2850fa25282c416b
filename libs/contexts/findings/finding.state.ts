import type { DataOf, Id } from '#kernel';
import type { Answers } from './finding.answers.js';
import type { FindingEvent } from './finding.events.js';
import type { Round } from './finding.round.js';
import type { Standing } from './finding.stages.js';
import type { Parts } from './finding.parts.js';
import type { Stakes } from './finding.stakes.js';

type Observed = DataOf<FindingEvent, 'ObservationRecorded'>;
export type EvidenceItem = Observed['evidence'][number];
export type Answerable = Observed['answerable'][number];
export type Measure = DataOf<FindingEvent, 'PlanSubmitted'>['measures'][number];
export type Verifier = DataOf<FindingEvent, 'VerifierAssigned'>['verifiers'][number];

/** Somebody who acted, and for which body. */
export interface Doer {
  readonly personId: Id<'person'> | Id<'system'>;
  readonly orgId?: Id<'organisation'>;
}

/** What was mended before it was ordered, and when that was recorded. */
export interface EarlierFix {
  readonly unit: Id<'organisation'>;
  readonly by: Id<'person'>;
  readonly at: string;
  /** The digests of the files that show it mended. */
  readonly digests: readonly string[];
}

/** What the rules need to remember of a finding. */
export interface Finding extends Standing {
  readonly occurredAt: string;
  /** When the log took it: its number is of that year. */
  readonly recordedAt: string;
  /** Which of its body's findings of that year it is, once that is known. */
  readonly number?: number;
  readonly observation: Omit<Observed, 'description' | 'evidence' | 'territoryPath'>;
  readonly stakes: Stakes;
  /** Who has had which part in it, in every round. */
  readonly parts: Parts;
  /** Every order and what came of it, the present one last (F6). */
  readonly rounds: readonly Round[];
  /** The body that gave the present order. */
  readonly orderedFor?: Id<'organisation'>;
  readonly answers: Answers;
  /** All evidence that this finding knows. */
  readonly evidence: readonly EvidenceItem[];
  /** The digests of files that show how it was before it was mended: none of them proves the fix (R11). */
  readonly digestsBefore: readonly string[];
  /** When the present order is due. */
  readonly dueAt?: string;
  readonly planner?: Doer;
  /** How many measures the newest plan has. */
  readonly measures?: number;
  /** How many of them the unit has reported done, with evidence. */
  readonly measuresDone?: number;
  readonly reporter?: Doer;
  /** A fix that was reported before anybody ordered it (F10). */
  readonly fix?: EarlierFix;
  readonly verifiers?: readonly Verifier[];
  /** Which of the verifiers have passed the fix themselves (R11). */
  readonly passedBy?: readonly Doer['personId'][];
  readonly onSite?: boolean;
  /** The finding that counts in its place (F8). */
  readonly mergedInto?: Id<'finding'>;
}

export type FindingState = { readonly is: 'new' } | Finding;
