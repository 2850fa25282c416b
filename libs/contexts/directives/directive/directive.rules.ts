import { refused, type DataOf, type Decision, type FactsOf, type Occasion, type Refusal } from '#kernel';
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

/** Why somebody of this body may not change a directive: it is another body's. */
export const notOwn = (state: DirectiveState, { orgId }: Occasion): No | undefined =>
  state.is !== 'new' && state.issuer.orgId !== orgId ? refused('NOT_THE_ISSUER') : undefined;
