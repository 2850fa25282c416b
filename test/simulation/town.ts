import type { Actor } from '#access';
import { idOf, type AnyDecider, type Ask, type Id, type Message, type Occasion, type Role } from '#kernel';
import { organisation, person, territory } from '#contexts/parties';

/** The n-th invented id of a kind. */
export const the = <K extends string>(kind: K, n: number): Id<K> =>
  idOf(kind, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

export const CITY = the('territory', 1);
export const COUNTY = the('territory', 2);

/** Invented bodies: a headquarters, a supervision office, a unit, a centre for checks, a headquarters of the county. */
export const ORGS = {
  hq: the('organisation', 1),
  office: the('organisation', 2),
  station: the('organisation', 3),
  centre: the('organisation', 4),
  countyHq: the('organisation', 5),
} as const;

type Org = keyof typeof ORGS;

const somebody = (n: number, org: Org, ...roles: readonly Role[]) => ({ id: the('person', n), n, org, roles });

/** Invented people, one for each share of the work. */
export const PEOPLE = {
  admin: somebody(1, 'hq', 'admin'),
  clerk: somebody(2, 'hq', 'hq'),
  commander: somebody(3, 'hq', 'commander'),
  inspector: somebody(4, 'office', 'inspector', 'lead', 'supervision'),
  head: somebody(5, 'office', 'supervision-head'),
  unitHead: somebody(6, 'station', 'unit', 'unit-head'),
  verifier: somebody(7, 'centre', 'inspector'),
  lead: somebody(9, 'office', 'lead', 'supervision'),
  second: somebody(10, 'centre', 'inspector'),
  third: somebody(11, 'centre', 'inspector'),
  countyClerk: somebody(8, 'countyHq', 'hq', 'unit-head'),
} as const;

export type Who = keyof typeof PEOPLE;

export const actorOf = (who: Who): Actor => {
  const { id, org, roles } = PEOPLE[who];
  const orgId = ORGS[org];
  return { actorId: id, orgId, grants: roles.map((role) => ({ role, territory: '', orgId })) };
};

/** Something that somebody wants to happen. */
export interface Wish {
  readonly by: Who;
  readonly ask: Ask;
  /** What they have to do before, such as uploading what it names. */
  readonly first?: readonly Wish[];
}

/** What somebody wants of a stream. */
export const wish = (by: Who, [decider, stream]: readonly [AnyDecider, Id], command: Message): Wish => ({
  by,
  ask: { decider, stream, command },
});

/** The occasion on which somebody wishes something. */
export const occasionOf = (who: Who, commandId: string, now: Date): Occasion => ({
  actorId: PEOPLE[who].id,
  orgId: ORGS[PEOPLE[who].org],
  occurredAt: now.toISOString(),
  commandId,
  correlationId: commandId,
  source: 'web',
});

const since = '2000-01-01T00:00:00.000Z';
const place = (id: Id<'territory'>, level: 'city' | 'county', parentId?: Id<'territory'>) =>
  wish('admin', [territory, id], {
    type: 'AddTerritory',
    data: { name: level, level, validFrom: since, ...(parentId && { parentId }) },
  });

const KINDS = {
  ...({ hq: 'headquarters', countyHq: 'headquarters', office: 'supervisionOffice' } as const),
  ...({ station: 'enterprise', centre: 'publicInstitution' } as const),
} satisfies Record<Org, string>;

const body = (org: Org) => {
  const territoryId = org === 'station' ? COUNTY : CITY;
  const data = { name: org, orgKind: KINDS[org], territoryId, temporary: false } as const;
  return wish('admin', [organisation, ORGS[org]], { type: 'CreateOrganisation', data });
};

const post = (who: Who) => {
  const { n, org } = PEOPLE[who];
  const data = { postId: the('post', n), title: who };
  return wish('admin', [organisation, ORGS[org]], { type: 'EstablishPost', data });
};

const registered = (who: Who) =>
  wish('admin', [person, PEOPLE[who].id], { type: 'RegisterPerson', data: { name: who } });

const inPost = (who: Who) => {
  const { id, n, org } = PEOPLE[who];
  const data = { postId: the('post', n), orgId: ORGS[org], from: since };
  return wish('admin', [person, id], { type: 'HoldPost', data });
};

const orgs = Object.keys(ORGS) as Org[];
const people = Object.keys(PEOPLE) as Who[];

/** What has to be there before anything else, in this order. */
export const FOUNDING: readonly Wish[] = [
  place(CITY, 'city'),
  place(COUNTY, 'county', CITY),
  ...orgs.map(body),
  ...people.flatMap((who) => [post(who), registered(who), inPost(who)]),
];
