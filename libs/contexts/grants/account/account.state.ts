import { idOf, uuidOf, type Id, type Owner, type Stream } from '#kernel';
import { accountEvents, type AccountEvent } from './account.events.js';

export type AccountState =
  | { readonly is: 'new' }
  | {
      readonly is: 'enabled' | 'disabled';
      readonly personId: Id<'person'>;
      /** How often it was freed of the one whom a sign-in service knows it by. */
      readonly unpinned?: number;
      /** How often it was shut. */
      readonly shut?: number;
      /** How often somebody else ended its password. */
      readonly reset?: number;
    };

/** The account of a person: each has one at most. */
export const accountOf = (person: Id<'person'>): Id<'account'> => idOf('account', uuidOf(person));

/** Whose account it is. */
export const holderOf = (account: Id<'account'>): Id<'person'> => idOf('person', uuidOf(account));

/** Who can sign in is for administrators, and for those who look after everything; everybody knows of themselves. */
export const ACCOUNT_OWNER: Owner = { territory: '', orgs: [], register: true };

/** How an account is folded. */
export const accountStream: Stream<AccountState, AccountEvent> = {
  kind: 'account',
  events: accountEvents,
  initial: { is: 'new' },
  seenBy: ({ is }) => (is === 'new' ? undefined : ACCOUNT_OWNER),
  evolve: {
    AccountAdded: (_, { personId }) => ({ is: 'enabled', personId }),
    AccountReset: (state) => (state.is === 'new' ? state : { ...state, reset: (state.reset ?? 0) + 1 }),
    AccountDisabled: (state) =>
      state.is === 'new' ? state : { ...state, is: 'disabled', shut: (state.shut ?? 0) + 1 },
    AccountUnpinned: (state) => (state.is === 'new' ? state : { ...state, unpinned: (state.unpinned ?? 0) + 1 }),
    AccountEnabled: (state) => (state.is === 'new' ? state : { ...state, is: 'enabled' }),
  },
};
