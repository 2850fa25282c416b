import { GOING, personStream, stays } from '#contexts/parties';
import {
  actsAsOneOf,
  barBesideOf,
  barOf,
  barredBeside,
  barredBy,
  happened,
  refused,
  type Decider,
  type Decision,
  type KnownReader,
} from '#kernel';
import { successor } from '../grant/grant.founding.js';
import { accountCommands, type AccountCommand } from './account.commands.js';
import type { AccountEvent } from './account.events.js';
import { accountStream, type AccountState } from './account.state.js';

export type AccountRefusal =
  | 'PERSON_NOT_FOUND'
  | 'ACCOUNT_EXISTS'
  | 'ACCOUNT_NOT_FOUND'
  | 'OWN_ACCOUNT'
  | 'OWN_END_AHEAD'
  | 'DISABLED_ALREADY'
  | 'ENABLED_ALREADY'
  | 'REASON_REQUIRED';

interface Facts {
  /** Whether there is such a person. */
  readonly AddAccount: boolean;
}

const toOne = (state: AccountState, done: AccountEvent): Decision<AccountEvent, AccountRefusal> =>
  state.is === 'new' ? refused('ACCOUNT_NOT_FOUND') : happened(done);

const bar = barOf<AccountState, AccountRefusal>();
const barBeside = barBesideOf<AccountState, AccountRefusal>();

/** SD4: it is done by somebody else than it belongs to. */
const toOthers = bar('recusal', { en: 'not to their own', zh: '非本人账号' }, (state, on) =>
  actsAsOneOf(on, [state.personId]) ? 'OWN_ACCOUNT' : undefined,
);
const open = bar('stage', { en: 'while it can be used', zh: '启用中' }, ({ is }) =>
  is === 'disabled' ? 'DISABLED_ALREADY' : undefined,
);
const shut = bar('stage', { en: 'while it is disabled', zh: '停用中' }, ({ is }) =>
  is === 'enabled' ? 'ENABLED_ALREADY' : undefined,
);

/** Whether it belongs to somebody who administers, and would be shut by somebody who goes themselves. */
const mayLeaveNobody: KnownReader<AccountState, boolean> = async (read, own, on) => {
  const [state, now] = [await own.state(), own.now ?? on.occurredAt];
  if (state.is === 'new' || (await stays(read, { ...on, now }))) return false;
  const { grants } = await successor(read, state.personId, now);
  return grants.some(({ role }) => role === 'admin');
};

/** SD5: locking is always possible; of an administrator, by one who stays. */
const byWhoStays = barBeside<boolean>(
  'recusal',
  { en: 'of an administrator, by who stays in their own post', zh: '系统管理员账号须由留任者停用' },
  (_, __, leavesNobody) => (leavesNobody ? 'OWN_END_AHEAD' : undefined),
);

export const account: Decider<AccountState, AccountCommand, AccountEvent, AccountRefusal, Facts> = {
  ...accountStream,
  commands: accountCommands,
  refusals: {
    PERSON_NOT_FOUND: { en: 'There is no such person.', zh: '该人员不存在。' },
    ACCOUNT_EXISTS: { en: 'This person has an account.', zh: '该人员已有账号。' },
    ACCOUNT_NOT_FOUND: { en: 'There is no such account.', zh: '该账号不存在。' },
    OWN_ACCOUNT: { en: 'Nobody does this to their own account.', zh: '不得对本人账号进行此操作。' },
    OWN_END_AHEAD: GOING,
    DISABLED_ALREADY: { en: 'This account is disabled already.', zh: '该账号已停用。' },
    ENABLED_ALREADY: { en: 'This account can be used already.', zh: '该账号未停用，无需恢复。' },
    REASON_REQUIRED: { en: 'A reason is required.', zh: '须说明理由。' },
  },
  facts: {
    // Who keeps accounts has to know who there is, whatever else they may see of them.
    AddAccount: async (read, { personId }) => (await read.behind(personStream, personId)).is === 'registered',
  },
  owner: (state, { type }) => (state.is !== 'new' || type === 'AddAccount' ? { territory: '', orgs: [] } : undefined),
  bars: {
    ResetAccount: barredBy(toOthers),
    DisableAccount: barredBeside(mayLeaveNobody, toOthers, open, byWhoStays),
    UnpinAccount: barredBy(toOthers),
    EnableAccount: barredBy(toOthers, shut),
  },

  decide: {
    AddAccount: ({ personId }, state, _, isThere) => {
      if (state.is !== 'new') return refused('ACCOUNT_EXISTS');
      return isThere ? happened({ type: 'AccountAdded', data: { personId } }) : refused('PERSON_NOT_FOUND', 'personId');
    },
    ResetAccount: (_, state) => toOne(state, { type: 'AccountReset', data: {} }),
    DisableAccount: ({ reason }, state) => {
      if (!reason) return refused('REASON_REQUIRED', 'reason');
      return toOne(state, { type: 'AccountDisabled', data: { reason } });
    },
    UnpinAccount: ({ reason }, state) =>
      reason ? toOne(state, { type: 'AccountUnpinned', data: { reason } }) : refused('REASON_REQUIRED', 'reason'),
    EnableAccount: ({ reason }, state) => {
      if (!reason) return refused('REASON_REQUIRED', 'reason');
      return toOne(state, { type: 'AccountEnabled', data: { reason } });
    },
  },
};
