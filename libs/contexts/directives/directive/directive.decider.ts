import type { AskedOf, Decider, Id, Owner } from '#kernel';
import { asking } from './asking.rules.js';
import { completing } from './completing.rules.js';
import { amending } from './directive.amending.js';
import { directiveBars } from './directive.bars.js';
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

/** What is asked of the issuers of parents is theirs to answer, wherever the child stands. */
const stakesIn = (state: DirectiveState, issuers: readonly Id<'organisation'>[]): Owner | undefined => {
  const own = ownerOf(state);
  return own && { ...own, orgs: [...own.orgs, ...issuers] };
};

type Ruling = Extract<Asked, { type: keyof typeof rulingOnRequests }>;

const isRuling = (asked: Asked): asked is Ruling => asked.type in rulingOnRequests;

const ownerFor = (state: DirectiveState, asked: Asked): Owner | undefined => {
  if (state.is !== 'new')
    return stakesIn(state, isRuling(asked) ? [...asked.facts.parents.values()].map(({ orgId }) => orgId) : []);
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
  stake: (state, type) =>
    stakesIn(state, state.is !== 'new' && type in rulingOnRequests ? state.requests.map(({ orgId }) => orgId) : []),
  bars: directiveBars,
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
