import { context } from '#platform/context';
import { awaitedIn } from '#platform/graphql';
import { account } from './account/account.decider.js';
import { AccountResolver, AccountViewerCan } from './account/account.resolver.js';
import { accountCard } from './account/views/account.view.js';
import { grants as grantDecider } from './grant/grant.decider.js';
import { successorsTakeOver } from './grant/grant.policy.js';
import { GrantResolver, GrantViewerCan } from './grant/grant.resolver.js';
import { grantsAwaiting } from './grant/views/awaiting.js';
import { grant } from './grant/views/grant.view.js';
import { grantsCard } from './grant/views/grants-card.view.js';
import { MeResolver } from './me/me.resolver.js';

export { meRow } from './me/me.row.js';

/** Who may do what, and who can sign in. */
export const grants = context({
  deciders: [grantDecider, account],
  views: [grant, grantsCard, accountCard],
  policies: [successorsTakeOver],
  timers: [],
  resolvers: [GrantResolver, GrantViewerCan, AccountResolver, AccountViewerCan, MeResolver],
});

/** What is counted as waiting for somebody. */
export const grantsAwaited = { grants: awaitedIn(grant, grantsAwaiting) };
