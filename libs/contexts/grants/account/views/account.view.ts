import {
  flag,
  instant,
  kept,
  anyId,
  ownId,
  optional,
  pointer,
  ref,
  rowOf,
  sealed,
  shownText,
  viewOf,
  type PartData,
} from '#kernel';
import { accountEvents } from '../account.events.js';
import { ACCOUNT_OWNER } from '../account.state.js';

export const accountRow = rowOf('Account', 'That a person can sign in.', '登录账号。', {
  id: ownId('Its id.', '编号。'),
  person: pointer('Whose it is.', '账号所属人员。'),
  enabled: flag('It can be used.', '是否启用。'),
  since: instant('Since when it stands so.', '现状态起始时间。'),
  changedBy: pointer('Who saw to that.', '操作人。'),
  reason: optional(sealed(shownText('Why.', '理由。'))),
  personId: kept(anyId()),
});

export type AccountRow = PartData<typeof accountRow>;

const ENABLED = { en: 'Account', zh: '账号' };
const DISABLED = { en: 'Account (disabled)', zh: '账号（已停用）' };

/** Who can sign in. */
export const accountCard = viewOf<AccountRow, typeof accountEvents>({
  name: 'account_card',
  version: 2,
  of: accountEvents,
  key: (_, { stream }) => stream,
  owner: () => ACCOUNT_OWNER,
  register: true,
  subject: { label: ({ enabled }) => (enabled ? ENABLED : DISABLED) },
  indexes: ['enabled', 'personId'],
  on: {
    AccountAdded: (_, { personId }, { stream, actorId, recordedAt }) => ({
      id: stream,
      person: ref(personId),
      personId,
      enabled: true,
      since: recordedAt,
      changedBy: ref(actorId),
    }),
    AccountReset: (row) => row,
    AccountUnpinned: (row) => row,
    AccountDisabled: (row, { reason }, { actorId, recordedAt }) =>
      row && { ...row, enabled: false, since: recordedAt, changedBy: ref(actorId), reason },
    AccountEnabled: (row, { reason }, { actorId, recordedAt }) =>
      row && { ...row, enabled: true, since: recordedAt, changedBy: ref(actorId), reason },
  },
});
