import { commonPath, viewOf, type DataOf, type Happening, type Id, type TerritoryPath } from '#kernel';
import { grantEvents, type GrantEvent, type Reach } from '../grant.events.js';
import { GRANTED_ROLES, type GrantedRole } from '../grant.words.js';

/** What a record of grants is called, for histories: the roles that it is about; and who may read why they were granted. */
interface GrantsCard {
  readonly id: Id;
  readonly roles: readonly GrantedRole[];
  readonly granteeId: Id;
  /** The smallest place that holds all that was granted over. */
  readonly territoryPath: TerritoryPath;
}

const placeOf = (reach: Reach): TerritoryPath => ('territoryPath' in reach ? reach.territoryPath : '');

const naming = (
  card: GrantsCard | undefined,
  { role, grantee, reach }: DataOf<GrantEvent, 'GrantMade'>,
  { stream }: Happening,
): GrantsCard => ({
  id: stream,
  roles: [...new Set([...(card?.roles ?? []), role])],
  granteeId: 'personId' in grantee ? grantee.personId : grantee.postId,
  territoryPath: card ? commonPath(card.territoryPath, placeOf(reach)) : placeOf(reach),
});

export const grantsCard = viewOf<GrantsCard, typeof grantEvents>({
  name: 'grants_card',
  version: 3,
  of: grantEvents,
  key: (_, { stream }) => stream,
  owner: 'directory',
  closed: {
    fields: [],
    to: ({ granteeId, territoryPath: territory }) => ({ people: [granteeId], owner: { territory, orgs: [] } }),
  },
  subject: {
    label: ({ roles }) => {
      const words = roles.map((role) => GRANTED_ROLES.words[role]);
      return { en: words.map(({ en }) => en).join(', '), zh: words.map(({ zh }) => zh).join('、') };
    },
  },
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
