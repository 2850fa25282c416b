import type { AskedOf, Decider, Owner } from '#kernel';
import { directiveCommands, type DirectiveCommand } from './directive.commands.js';
import { drafting } from './directive.drafting.js';
import type { DirectiveEvent } from './directive.events.js';
import { directiveFacts, type Beginning, type DirectiveFacts } from './directive.facts.js';
import { issuing } from './directive.issuing.js';
import { DIRECTIVE_REFUSALS, type DirectiveRefusal } from './directive.refusals.js';
import { directiveStream, ownerOf, type DirectiveState } from './directive.state.js';

/** Whose a directive will be that begins with this command. */
const bodyOf = ({ ownId, issuer }: Beginning) => ({
  territory: issuer?.territoryPath ?? '',
  orgs: ownId ? [ownId] : [],
});

const ownerFor = (state: DirectiveState, asked: AskedOf<DirectiveCommand, DirectiveFacts>): Owner | undefined => {
  if (state.is !== 'new') return ownerOf(state);
  switch (asked.type) {
    case 'DraftDirective':
    case 'DeployFrom':
    case 'ImportDirective':
      return bodyOf(asked.facts);
    case 'PassOnDirective':
      return { territory: '', orgs: [] };
    default:
      return undefined;
  }
};

export const directive: Decider<DirectiveState, DirectiveCommand, DirectiveEvent, DirectiveRefusal, DirectiveFacts> = {
  ...directiveStream,
  commands: directiveCommands,
  refusals: DIRECTIVE_REFUSALS,
  facts: directiveFacts,
  owner: ownerFor,
  decide: { ...drafting, ...issuing },
};
