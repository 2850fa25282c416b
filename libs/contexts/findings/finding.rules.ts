import {
  actsAsOneOf,
  beforeAnswered,
  refused,
  type Decision,
  type FactsOf,
  type Occasion,
  type Reasoned,
  type Refusal,
} from '#kernel';
import { answeredBy } from './finding.answers.js';
import type { CommandData, FindingCommand } from './finding.commands.js';
import type { FindingEvent } from './finding.events.js';
import type { FindingFacts } from './finding.surroundings.js';
import type { FindingRefusal } from './finding.refusals.js';
import type { Doer, EvidenceItem, Finding, FindingState } from './finding.state.js';
import type { Severity } from './finding.words.js';

export type Verdict = Decision<FindingEvent, FindingRefusal>;
export type Refused = Refusal<FindingRefusal>;

/** How a command of this type is decided on a finding in this state. */
export type Rule<T extends FindingCommand['type'], S = Finding> = (
  asked: CommandData<T>,
  state: S,
  on: Occasion,
  facts: FactsOf<FindingFacts, T>,
) => Verdict;

/** A rule about acts that are dated no earlier than what they answer (W1): the one thing that depends on when, and so is no bar. */
export const answering =
  <T extends FindingCommand['type']>(type: T, rule: Rule<T>): Rule<T, FindingState> =>
  (asked, state, on, facts) => {
    if (state.is === 'new') return refused('NOT_RECORDED');
    return beforeAnswered(on, answeredBy(type, state.answers)) ?? rule(asked, state, on, facts);
  };

/** Whether this person acts now, in person or through somebody who stands in. */
export const actsAs = (on: Occasion, personId: Doer['personId'] | undefined): boolean =>
  personId !== undefined && actsAsOneOf(on, [personId]);

/** R11: whether a file that is to show the fix is one that showed how it was before, under whatever id. */
export const showsBefore = (digestsBefore: readonly string[], added: readonly EvidenceItem[]): boolean =>
  added.some(({ sha256 }) => digestsBefore.includes(sha256));

/** From severity major up, more people look at a finding (SD1). */
export const isGrave = (severity: Severity): boolean => severity === 'major' || severity === 'critical';

/** Goes on with the reason that was given, or refuses for want of one. */
export const reasoned = ({ reason }: Reasoned, then: (data: { reason: string }) => Verdict): Verdict =>
  reason ? then({ reason }) : refused('REASON_REQUIRED', 'reason');
