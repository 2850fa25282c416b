import type { AskedOf, Decider, Owner } from '#kernel';
import { basesIn } from '../content/content.rules.js';
import { asking } from './asking.rules.js';
import { completing } from './completing.rules.js';
import { amending } from './directive.amending.js';
import { directiveCommands, type DirectiveCommand } from './directive.commands.js';
import { drafting } from './directive.drafting.js';
import { ending } from './directive.ending.js';
import type { DirectiveEvent } from './directive.events.js';
import { directiveFacts, type Beginning, type DirectiveFacts } from './directive.facts.js';
import { issuing } from './directive.issuing.js';
import { recording } from './recording.rules.js';
import { rulingOnRequests } from './directive.ruling.js';
import { DIRECTIVE_REFUSALS, type DirectiveRefusal } from './directive.refusals.js';
import { ownerOf, type DirectiveState } from './directive.standing.js';
import { directiveStream } from './directive.state.js';

type Asked = AskedOf<DirectiveCommand, DirectiveFacts>;

/** Whose a directive will be that begins with this command. */
const bodyOf = ({ ownId, issuer }: Beginning) => ({
  territory: issuer?.territoryPath ?? '',
  orgs: ownId ? [ownId] : [],
});

/** What is asked of the issuer of a parent is theirs to answer, wherever the child stands. */
const stakesIn = (state: Exclude<DirectiveState, { is: 'new' }>, asked: Asked): Owner | undefined => {
  const own = ownerOf(state);
  if (!own || !isRuling(asked) || !asked.facts) return own;
  return basesIn(state.content).includes(asked.data.directiveId)
    ? { ...own, orgs: [...own.orgs, asked.facts.orgId] }
    : own;
};

const isRuling = (asked: Asked): asked is Extract<Asked, { type: keyof typeof rulingOnRequests }> =>
  asked.type in rulingOnRequests;

const ownerFor = (state: DirectiveState, asked: Asked): Owner | undefined => {
  if (state.is !== 'new') return stakesIn(state, asked);
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
  decide: {
    ...drafting,
    ...issuing,
    ...amending,
    ...rulingOnRequests,
    ...asking,
    ...recording,
    ...completing,
    ...ending,
  },
};
