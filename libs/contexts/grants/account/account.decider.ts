import { personStream } from '#contexts/parties';
import { happened, refused, type Decider, type Decision, type Occasion } from '#kernel';
import { accountCommands, type AccountCommand } from './account.commands.js';
import type { AccountEvent } from './account.events.js';
import { accountStream, type AccountState } from './account.state.js';

export type AccountRefusal =
  'PERSON_NOT_FOUND' | 'ACCOUNT_EXISTS' | 'ACCOUNT_NOT_FOUND' | 'OWN_ACCOUNT' | 'REASON_REQUIRED';

interface Facts {
  /** Whether there is such a person. */
  readonly AddAccount: boolean;
}

/** Of an account that is there, done by somebody else than it belongs to. */
const toOthers = (
  state: AccountState,
  { actorId }: Occasion,
  done: AccountEvent,
): Decision<AccountEvent, AccountRefusal> => {
  if (state.is === 'new') return refused('ACCOUNT_NOT_FOUND');
  return state.personId === actorId ? refused('OWN_ACCOUNT') : happened(done);
};

export const account: Decider<AccountState, AccountCommand, AccountEvent, AccountRefusal, Facts> = {
  ...accountStream,
  commands: accountCommands,
  refusals: {
    PERSON_NOT_FOUND: { en: 'There is no such person.', zh: '该人员不存在。' },
    ACCOUNT_EXISTS: { en: 'This person has an account.', zh: '该人员已有账号。' },
    ACCOUNT_NOT_FOUND: { en: 'There is no such account.', zh: '该账号不存在。' },
    OWN_ACCOUNT: { en: 'Nobody does this to their own account.', zh: '不得对本人账号进行此操作。' },
    REASON_REQUIRED: { en: 'A reason is required.', zh: '须说明理由。' },
  },
  facts: {
    // Who keeps accounts has to know who there is, whatever else they may see of them.
    AddAccount: async (read, { personId }) => (await read.behind(personStream, personId)).is === 'registered',
  },
  owner: (state, { type }) => (state.is !== 'new' || type === 'AddAccount' ? { territory: '', orgs: [] } : undefined),

  decide: {
    AddAccount: ({ personId }, state, _, isThere) => {
      if (state.is !== 'new') return refused('ACCOUNT_EXISTS');
      return isThere ? happened({ type: 'AccountAdded', data: { personId } }) : refused('PERSON_NOT_FOUND', 'personId');
    },
    ResetAccount: (_, state, on) => toOthers(state, on, { type: 'AccountReset', data: {} }),
    DisableAccount: ({ reason }, state, on) => {
      if (!reason) return refused('REASON_REQUIRED', 'reason');
      if (state.is === 'disabled') return happened();
      return toOthers(state, on, { type: 'AccountDisabled', data: { reason } });
    },
    EnableAccount: ({ reason }, state, on) => {
      if (!reason) return refused('REASON_REQUIRED', 'reason');
      if (state.is === 'enabled') return happened();
      return toOthers(state, on, { type: 'AccountEnabled', data: { reason } });
    },
  },
};
