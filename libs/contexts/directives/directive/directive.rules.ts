import type { DataOf, Decision, FactsOf, Occasion, Refusal } from '#kernel';
import type { DirectiveCommand } from './directive.commands.js';
import type { DirectiveEvent } from './directive.events.js';
import type { DirectiveFacts } from './directive.facts.js';
import type { DirectiveRefusal } from './directive.refusals.js';
import type { DirectiveState } from './directive.standing.js';

export type Decided = Decision<DirectiveEvent, DirectiveRefusal>;
export type No = Refusal<DirectiveRefusal>;

/** How a command of this type is decided. */
export type Rule<T extends DirectiveCommand['type']> = (
  asked: DataOf<DirectiveCommand, T>,
  state: DirectiveState,
  on: Occasion,
  facts: FactsOf<DirectiveFacts, T>,
) => Decided;
