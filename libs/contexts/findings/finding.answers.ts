import { answered, type Act, type Answered } from '#kernel';
import type { FindingCommand } from './finding.commands.js';
import { findingEvents, type FindingEvent } from './finding.events.js';
import type { Standing } from './finding.stages.js';

/** W1: the acts that others answer, and are never dated before. */
export interface Answers {
  /** What was seen: everything that is said of a finding comes after it. */
  readonly first: Answered;
  /** What there is to mend: what was seen, or the relapse since. */
  readonly fault: Answered;
  /** What led to the present stage. */
  readonly stage: Answered;
}

const remembered = (type: FindingEvent['type'], act: Act): Answered => answered(findingEvents.facts[type].title, act);

/** What there is to answer once a finding is recorded. */
export const answersOf = (act: Act): Answers => {
  const first = remembered('ObservationRecorded', act);
  return { first, fault: first, stage: first };
};

/** What there is to answer after one more fact. */
export const answersAfter = (
  { answers, is }: Pick<Standing, 'is'> & { readonly answers: Answers },
  next: Standing,
  { type, act }: { readonly type: FindingEvent['type']; readonly act: Act },
): Answers => ({
  ...answers,
  ...(next.is !== is && { stage: remembered(type, act) }),
  ...(type === 'RelapseConfirmed' && { fault: remembered(type, act) }),
});

/** What commands answer that do not answer what led to the stage at which they are asked for. */
const OTHERWISE: { readonly [T in FindingCommand['type']]?: keyof Answers } = {
  NoteFinding: 'first',
  AddEvidence: 'first',
  CorrectObservation: 'first',
  CorrectBeforeConfirming: 'first',
  CorrectFinding: 'first',
  ChangeSeverity: 'first',
  VoidFinding: 'first',
  MergeFinding: 'first',
  // What was mended on the spot may have been mended before it was ordered.
  ReportImmediateFix: 'fault',
};

/** The act that a command of this type answers. */
export const answeredBy = (type: FindingCommand['type'], answers: Answers): Answered =>
  answers[OTHERWISE[type] ?? 'stage'];
