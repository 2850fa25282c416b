import type { Actor } from '#access';
import { evolve, pathBelow, type Foldable, type Id, type Owner, type Role, type StateSource } from '#kernel';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const below = (parent: string, n: number) => pathBelow(parent, `territory-${uuid(n)}`);

/** The county that the actor answers for, and where a thing can lie beside it. */
const CITY = below(below('', 1), 2);
const OWN = below(CITY, 3);
export const PLACES = {
  own: OWN,
  ancestor: CITY,
  descendant: below(OWN, 4),
  sibling: below(CITY, 5),
  // T21: begins like the own one, and is another.
  prefixSibling: `${OWN.slice(0, -1)}0/`,
  otherBranch: below(below('', 6), 7),
} as const;

export const UNITS = { own: `organisation-${uuid(8)}`, other: `organisation-${uuid(9)}` } as const;

export type Relation = `${keyof typeof PLACES} ${keyof typeof UNITS}`;

/** Every way in which a thing can be related to whoever asks: where it lies, and whose it is. */
export const RELATIONS = Object.keys(PLACES).flatMap((place) =>
  Object.keys(UNITS).map((unit) => `${place} ${unit}` as Relation),
);

/** Whose a thing is that is related to the actor like this. */
export const ownerAt = (relation: Relation): Owner => {
  const known = owners.get(relation) ?? ownerOf(relation);
  owners.set(relation, known);
  return known;
};

const owners = new Map<Relation, Owner>();

const ownerOf = (relation: Relation): Owner => {
  const [place, unit] = relation.split(' ') as [keyof typeof PLACES, keyof typeof UNITS];
  return { territory: PLACES[place], orgs: [UNITS[unit]] };
};

export const actorWith = (role: Role): Actor => ({
  actorId: role === 'system' ? `system-${uuid(10)}` : `person-${uuid(10)}`,
  orgId: UNITS.own,
  grants: [{ role, territory: OWN, orgId: UNITS.own }],
});

export const ID = uuid(11);
export const AT = '2022-03-31T09:00:00.000Z';

/** The events that make a thing of each kind that lies at a place and is a body's. */
const BEGUN: Readonly<Record<string, (owner: Owner) => readonly [string, object][]>> = {
  territory: ({ territory: path }) => [['TerritoryAdded', { name: 'A place', level: 'county', path }]],
  organisation: ({ territory: territoryPath }) => [
    [
      'OrgCreated',
      {
        name: 'A body',
        orgKind: 'headquarters',
        territoryId: `territory-${ID}`,
        territoryPath,
        territoryLevel: 'county',
      },
    ],
  ],
  person: ({ territory: territoryPath, orgs: [orgId] }) => [
    ['PersonRegistered', { name: 'sealed' }],
    ['PostHeld', { postId: `post-${ID}`, orgId, territoryPath, from: AT }],
  ],
  grant: ({ territory: territoryPath }) => [
    ['GrantMade', { number: 1, reach: { territoryId: `territory-${ID}`, territoryPath } }],
  ],
  account: () => [['AccountAdded', { personId: `person-${ID}` }]],
  meeting: ({ territory: territoryPath, orgs: [orgId] }) => [
    ['MeetingHeld', { registeredBy: { orgId, territoryPath }, venues: [] }],
  ],
  lateEntry: ({ territory: territoryPath, orgs: [orgId] }) => [
    ['LateEntryRegistered', { registeredBy: { orgId, territoryPath } }],
  ],
  import: ({ territory: territoryPath, orgs: [orgId] }) => [
    ['NoticeImported', { importedBy: { orgId, territoryPath }, documents: 1 }],
  ],
  directive: ({ territory: territoryPath, orgs: [orgId] }) => [
    ['DirectiveDrafted', { issuer: { orgId, territoryPath }, clauses: [], bases: [], links: [], clauseMap: [] }],
  ],
  receipt: ({ territory: territoryPath, orgs: [orgId] }) => [
    [
      'DirectiveDelivered',
      {
        orgId,
        issuer: { orgId, territoryPath },
        territoryPath,
        channel: 'system',
        deliveredAt: AT,
        urgency: 'ordinary',
      },
    ],
  ],
  dutyPoint: ({ territory: territoryPath, orgs: [orgId] }) => [
    [
      'DutyPointDefined',
      { matter: 'A matter', step: 'A step', territoryId: `territory-${ID}`, territoryPath, requiredParties: ['unit'] },
    ],
    [
      'PartyAssigned',
      { assignmentId: `assignment-${ID}`, party: 'unit', capacity: 'lead', holder: { orgId }, from: AT },
    ],
  ],
  evidence: () => [['EvidenceStored', { bytes: 1 }]],
  finding: ({ territory: territoryPath }) => [
    ['ObservationRecorded', { severity: 'minor', place: 'Gate 2', territoryPath, evidence: [], answerable: [] }],
  ],
};

const things = new WeakMap<Owner, Map<string, unknown>>();

/** A thing of this kind that has this owner; it is the same each time, since decisions change nothing. */
export const thingOf = (of: Foldable<unknown>, owner: Owner): unknown => {
  const known = things.get(owner) ?? new Map<string, unknown>();
  things.set(owner, known);
  if (!known.has(of.kind)) known.set(of.kind, madeOf(of, owner));
  return known.get(of.kind);
};

const madeOf = (of: Foldable<unknown>, owner: Owner): unknown => {
  const events = BEGUN[of.kind]?.(owner);
  if (!events) throw new Error(`say how a ${of.kind} begins that lies somewhere`);
  const [orgId] = owner.orgs;
  const act = { actorId: `person-${uuid(12)}`, ...(orgId && { orgId }), occurredAt: AT, recordedAt: AT } as const;
  return events.reduce((state, [type, data]) => evolve(of, state, { type, data }, act), of.initial);
};

/** A world in which everything that is named lies in one place and is one body's. */
export const worldOf = (owner: Owner): StateSource => ({
  // The kind of a stream says whose state it is.
  state: <S>(of: Foldable<S>, _: Id) => Promise.resolve(thingOf(of as unknown as Foldable<unknown>, owner) as S),
});
