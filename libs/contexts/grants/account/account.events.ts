import { anId, eventsOf, fact, personal, type EventOf } from '#kernel';

const because = { reason: personal() };

/** Every fact that an `account-…` stream can hold: what was done with it, never by which secret. */
export const accountEvents = eventsOf('account', {
  AccountAdded: fact('Account added', '账号已开通', { personId: anId('person') }),
  AccountReset: fact('Account reset', '密码已重置', {}),
  AccountDisabled: fact('Account disabled', '账号已停用', because),
  AccountUnpinned: fact('Account unpinned from the sign-in service', '账号已解除统一身份绑定', because),
  AccountEnabled: fact('Account enabled', '账号已恢复', because),
});

export type AccountEvent = EventOf<typeof accountEvents>;
