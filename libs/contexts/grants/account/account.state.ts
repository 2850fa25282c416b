import { idOf, uuidOf, type Id, type Stream } from '#kernel';
import { accountEvents, type AccountEvent } from './account.events.js';

export type AccountState =
  { readonly is: 'new' } | { readonly is: 'enabled' | 'disabled'; readonly personId: Id<'person'> };

/** The account of a person: each has one at most. */
export const accountOf = (person: Id<'person'>): Id<'account'> => idOf('account', uuidOf(person));

/** How an account is folded. Who has one is no secret to those who work here. */
export const accountStream: Stream<AccountState, AccountEvent> = {
  kind: 'account',
  events: accountEvents,
  initial: { is: 'new' },
  seenBy: ({ is }) => (is === 'new' ? undefined : 'everybody'),
  evolve: {
    AccountAdded: (_, { personId }) => ({ is: 'enabled', personId }),
    AccountReset: (state) => state,
    AccountDisabled: (state) => (state.is === 'new' ? state : { ...state, is: 'disabled' }),
    AccountEnabled: (state) => (state.is === 'new' ? state : { ...state, is: 'enabled' }),
  },
};
