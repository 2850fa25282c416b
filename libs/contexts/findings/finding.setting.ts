import type { Id } from '#kernel';
import type { Verifier } from './finding.state.js';
import type { Severity } from './finding.words.js';

/** What a sample command has to know of the world that it is asked for in. */
export interface FindingSetting {
  readonly severity: Severity;
  readonly territoryId: Id<'territory'>;
  readonly dutyPointId: Id<'dutyPoint'>;
  readonly unitId: Id<'organisation'>;
  readonly acceptorOrgId: Id<'organisation'>;
  /** Whom an order can go to instead, who can accept instead, and who can verify instead of the first verifier. */
  readonly otherUnitId: Id<'organisation'>;
  readonly otherAcceptorOrgId: Id<'organisation'>;
  readonly otherVerifier: Verifier;
  /** A finding that can count in the place of this one. */
  readonly otherFindingId: Id<'finding'>;
  /** Who sees to the measures of a plan; holds a post of the unit. */
  readonly responsible: Id<'person'>;
  readonly verifiers: readonly [Verifier, ...Verifier[]];
  /** The moment of asking. */
  readonly now: string;
  /** When the rectification is due. */
  readonly due: string;
  /** How many measures the plan has. */
  readonly measures: number;
  /** The evidence that the finding knows, the newest last. */
  readonly known: readonly Id<'evidence'>[];
  /** What a look back finds. */
  readonly lookBack: 'passed' | 'relapsed';
  /** Another file each time that is kept and nothing has. */
  readonly photo: () => Id<'evidence'>;
}
