import { refused, type Decision, type FactsOf, type Occasion } from '#kernel';
import type { CommandData, DutyPointCommand } from './duty-point.commands.js';
import type { DutyPointEvent } from './duty-point.events.js';
import type { DutyPointFacts } from './duty-point.facts.js';
import type { DutyPointRefusal } from './duty-point.refusals.js';
import type { DefinedDutyPoint, DutyPoint } from './duty-point.state.js';

/** What is decided about a duty point: yes and what happened, or no and why. */
export type Verdict = Decision<DutyPointEvent, DutyPointRefusal>;

/** How a command of this type is decided on a duty point in this state. */
export type Rule<T extends DutyPointCommand['type'], S = DefinedDutyPoint> = (
  asked: CommandData<T>,
  state: S,
  on: Occasion,
  facts: FactsOf<DutyPointFacts, T>,
) => Verdict;

/** Nothing happens to a duty point before it is defined. */
export const whileDefined =
  <T extends DutyPointCommand['type']>(rule: Rule<T>): Rule<T, DutyPoint> =>
  (asked, state, on, facts) =>
    state.is === 'new' ? refused('NOT_DEFINED') : rule(asked, state, on, facts);
