import {
  actsAsOneOf,
  doersOf,
  happened,
  refused,
  type DataOf,
  type Decider,
  type Decision,
  type Occasion,
} from '#kernel';
import { grantBars } from './grant.bars.js';
import { grantCommands, type GrantAsked, type GrantCommand } from './grant.commands.js';
import type { GrantEvent } from './grant.events.js';
import { endsGrant, grantFacts, ownPosts, type EndsGrant, type GrantFacts, type OwnPosts } from './grant.facts.js';
import {
  foundAdministrator,
  handOver,
  isNamed,
  othersFirst,
  successor,
  takeOver,
  type Successor,
} from './grant.founding.js';
import { GRANT_REFUSALS, type GrantRefusal } from './grant.refusals.js';
import { besides, isOwn, lasts, needsTwo, notTheirsToEnd, wantedBy } from './grant.rules.js';
import { grantNumbered, grantStream, type Grant, type GrantsState } from './grant.state.js';

type Answer = Decision<GrantEvent, GrantRefusal>;

interface Facts {
  readonly GrantRole: GrantFacts;
  readonly ApproveGrant: OwnPosts;
  readonly RefuseGrant: OwnPosts;
  readonly EndGrant: EndsGrant;
  /** Whether somebody else was the first. */
  readonly FoundAdministrator: boolean;
  readonly TakeOverAdministration: boolean;
  readonly HandOverAdministration: readonly [Successor, Successor];
}

const grantRole = (asked: GrantAsked, state: GrantsState, on: Occasion, facts: GrantFacts): Answer => {
  const wanted = wantedBy(asked, doersOf(on), facts);
  if ('refused' in wanted) return wanted;
  const { role, from, to } = asked;
  const grants = state.is === 'new' ? [] : state.grants;
  const against = besides(role, wanted.reach, grants, facts.byPost);
  if (against) return against;
  const period = to === undefined ? { from } : { from, to };
  const data = { number: grants.length + 1, role, ...wanted, ...period };
  return happened({ type: needsTwo(role, facts) ? 'GrantProposed' : 'GrantMade', data });
};

/** A proposal that the one who acts may decide on; or why not. */
const proposal = (
  number: number,
  state: GrantsState,
  on: Occasion,
  posts: OwnPosts,
): { readonly grant: Grant } | Extract<Answer, { readonly refused: unknown }> => {
  const grant = grantNumbered(state, number);
  if (!grant) return refused('GRANT_NOT_FOUND', 'number');
  if (grant.status !== 'proposed') return refused('NOT_PROPOSED', 'number');
  if (isOwn(grant.grantee, doersOf(on), posts)) return refused('OWN_GRANT');
  return actsAsOneOf(on, grant.proposers) ? refused('OWN_PROPOSAL') : { grant };
};

/**
 * SD5: whoever ends what makes somebody an administrator is another one, and stays one: no end of their own is told, and the append rests
 * on their own grants. So there is always somebody left, however many end each other at one moment.
 */
const endGrant = (
  { number, reason }: DataOf<GrantCommand, 'EndGrant'>,
  state: GrantsState,
  on: Occasion,
  ending: EndsGrant,
): Answer => {
  const grant = grantNumbered(state, number);
  if (!grant) return refused('GRANT_NOT_FOUND', 'number');
  if (!lasts(grant)) return refused('HAS_ENDED', 'number');
  const no = notTheirsToEnd(grant, doersOf(on), ending);
  if (no) return refused(no);
  return reason ? happened({ type: 'GrantEnded', data: { number, reason } }) : refused('REASON_REQUIRED', 'reason');
};

/** What can be asked of whom nothing was granted so far. */
const BEGINNING: ReadonlySet<string> = new Set(['GrantRole', 'FoundAdministrator', 'TakeOverAdministration']);

export const grants: Decider<GrantsState, GrantCommand, GrantEvent, GrantRefusal, Facts> = {
  ...grantStream,
  commands: grantCommands,
  refusals: GRANT_REFUSALS,
  facts: {
    GrantRole: (read, asked, _, on) => grantFacts(read, asked, on),
    ApproveGrant: (read, _, __, on) => ownPosts(read, on),
    RefuseGrant: (read, _, __, on) => ownPosts(read, on),
    EndGrant: (read, _, { now }, on) => endsGrant(read, on, now),
    FoundAdministrator: (read, _, { stream }) => othersFirst(read, stream),
    TakeOverAdministration: isNamed,
    HandOverAdministration: (read, { firstId, secondId }, _, { occurredAt }) =>
      Promise.all([successor(read, firstId, occurredAt), successor(read, secondId, occurredAt)]),
  },
  // Administrators keep it, wherever they are.
  owner: (state, { type }) => (state.is === 'kept' || BEGINNING.has(type) ? { territory: '', orgs: [] } : undefined),
  bars: grantBars,

  decide: {
    GrantRole: grantRole,
    ApproveGrant: ({ number }, state, on, posts) => {
      const asked = proposal(number, state, on, posts);
      return 'refused' in asked ? asked : happened({ type: 'GrantApproved', data: { number } });
    },
    RefuseGrant: ({ number, reason }, state, on, posts) => {
      const asked = proposal(number, state, on, posts);
      if ('refused' in asked) return asked;
      return reason
        ? happened({ type: 'GrantRefused', data: { number, reason } })
        : refused('REASON_REQUIRED', 'reason');
    },
    HandOverAdministration: handOver,
    FoundAdministrator: (asked, state, _, isAnotherThere) =>
      foundAdministrator(asked, state.is !== 'new' || isAnotherThere),
    TakeOverAdministration: takeOver,
    EndGrant: endGrant,
  },
};
