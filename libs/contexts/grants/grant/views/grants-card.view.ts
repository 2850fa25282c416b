import { viewOf, type Id } from '#kernel';
import { grantEvents } from '../grant.events.js';
import { GRANTED_ROLES } from '../grant.words.js';

/** What a record of grants is called, for histories: the roles that it is about. */
interface GrantsCard {
  readonly id: Id;
  readonly roles: readonly string[];
}

const naming = (
  card: GrantsCard | undefined,
  { role }: { readonly role: keyof typeof GRANTED_ROLES.words },
  { stream }: { readonly stream: Id },
): GrantsCard => ({ id: stream, roles: [...new Set([...(card?.roles ?? []), GRANTED_ROLES.words[role].zh])] });

export const grantsCard = viewOf<GrantsCard, typeof grantEvents>({
  name: 'grants_card',
  version: 1,
  of: grantEvents,
  key: (_, { stream }) => stream,
  owner: 'directory',
  subject: { label: ({ roles }) => roles.join('、') },
  on: {
    GrantProposed: naming,
    GrantMade: naming,
    AdministratorFounded: naming,
    AdministrationHandedOver: 'ignore',
    GrantApproved: 'ignore',
    GrantRefused: 'ignore',
    GrantEnded: 'ignore',
  },
});
