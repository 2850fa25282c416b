import type { Level } from '#contexts/parties';
import { idOf, type DataOf, type Id, type Occasion } from '#kernel';
import type { GrantAsked } from './grant/grant.commands.js';
import type { GrantEvent } from './grant/grant.events.js';
import type { GrantFacts } from './grant/grant.facts.js';
import type { Successor } from './grant/grant.founding.js';

/** The n-th invented id of a kind. */
export const the = <K extends string>(kind: K, n = 1): Id<K> =>
  idOf(kind, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

/** An administrator at work. */
export const anAdministrator = (n = 90): Occasion => ({
  actorId: the('person', n),
  orgId: the('organisation', 90),
  occurredAt: '2022-03-01T01:00:00.000Z',
  commandId: '00000000-0000-4000-8000-0000000000c1',
  correlationId: '00000000-0000-4000-8000-0000000000c1',
  source: 'web',
});

const cityPath = '00000000-0000-4000-8000-000000000001/';
export const SINCE = '2022-01-01T00:00:00.000Z';

/** A city, a township, and a body of one of them, as facts of a grant. */
export const facts = (changed: Partial<GrantFacts> = {}): GrantFacts => ({
  isThere: true,
  territory: { is: 'new' },
  body: { is: 'new' },
  byPost: [],
  ownPosts: [],
  ...changed,
});

const standing = (level: Level) =>
  ({ is: 'standing', level, path: cityPath, entry: { name: 'A place', validFrom: SINCE } }) as const;

export const over = (level: Level): GrantFacts => facts({ territory: standing(level) });
export const overACity = over('city');
export const overATownship = over('township');
export const forABody = facts({
  body: {
    is: 'active',
    name: 'A unit',
    orgKind: 'enterprise',
    territoryId: the('territory'),
    territoryPath: cityPath,
    territoryLevel: 'city',
    posts: [],
  },
});

/** That somebody be an inspector of a place. */
export const aRequest: GrantAsked = {
  grantee: { personId: the('person') },
  role: 'inspector',
  territoryId: the('territory'),
  from: SINCE,
  reason: 'Appointed inspector',
};

type Granted = DataOf<GrantEvent, 'GrantMade'>;

const granted = (data: Partial<Granted> = {}): Granted => ({
  number: 1,
  grantee: { personId: the('person') },
  role: 'inspector',
  reach: { territoryId: the('territory'), territoryPath: cityPath },
  from: SINCE,
  reason: 'Appointed inspector',
  ...data,
});

export const aProposal = (data: Partial<Granted> = {}) => ({ type: 'GrantProposed', data: granted(data) }) as const;
export const aGrant = (data: Partial<Granted> = {}) => ({ type: 'GrantMade', data: granted(data) }) as const;
export const anApproval = (number = 1) => ({ type: 'GrantApproved', data: { number } }) as const;
export const anEnd = (number = 1) => ({ type: 'GrantEnded', data: { number, reason: 'Retired' } }) as const;

/** Somebody who can come in and has nothing yet. */
export const aSuccessor: Successor = { canSignIn: true, grants: [] };

/** What every command about grants finds, where a specification says nothing else. */
export const deciding = {
  GrantRole: overATownship,
  ApproveGrant: [],
  RefuseGrant: [],
  EndGrant: { posts: [], stays: true },
  FoundAdministrator: false,
  TakeOverAdministration: true,
  HandOverAdministration: [aSuccessor, aSuccessor],
} as const;

const administrator = { role: 'admin', reach: { nowhere: true } } as const;

export const aFounding = () =>
  ({
    type: 'AdministratorFounded',
    data: granted({ ...administrator, grantee: { personId: the('person', 90) }, reason: 'The first administrator' }),
  }) as const;
export const aHandOver = () =>
  ({
    type: 'AdministrationHandedOver',
    data: { number: 1, firstId: the('person', 1), secondId: the('person', 2) },
  }) as const;
