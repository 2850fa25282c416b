import type { ActiveOrganisation, OrganisationState } from '#contexts/parties';
import { idOf, pathBelow, type Id, type Occasion } from '#kernel';
import type { Issuer } from './content/content.schema.js';
import type { Recipient } from './content/recipients.js';

/** The n-th invented id of a kind. */
export const the = <K extends string>(kind: K, n = 1): Id<K> =>
  idOf(kind, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

const provincePath = pathBelow('', the('territory', 1));
const cityPath = pathBelow(provincePath, the('territory', 2));

/** Province J, City Y below it, and what lies below that: two counties and a development zone. */
export const HQ_J: Issuer = {
  orgId: the('organisation', 1),
  territoryId: the('territory', 1),
  territoryPath: provincePath,
};
export const HQ_Y: Issuer = {
  orgId: the('organisation', 2),
  territoryId: the('territory', 2),
  territoryPath: cityPath,
};

/** A headquarters of another province. */
export const HQ_ELSEWHERE: Issuer = {
  orgId: the('organisation', 9),
  territoryId: the('territory', 9),
  territoryPath: pathBelow('', the('territory', 9)),
};

const below = (n: number, territoryLevel: Recipient['territoryLevel']): Recipient => ({
  orgId: the('organisation', n),
  receiptId: the('receipt', n),
  territoryId: the('territory', n),
  territoryPath: pathBelow(cityPath, the('territory', n)),
  territoryLevel,
});
export const CITY_Y: Recipient = { ...HQ_Y, receiptId: the('receipt', 2), territoryLevel: 'city' };
export const COUNTY_K1 = below(3, 'county');
export const COUNTY_K3 = below(4, 'county');
export const ZONE = below(5, 'developmentZone');

export const orgAt = (
  { territoryId, territoryPath, territoryLevel }: Omit<Recipient, 'orgId' | 'receiptId'>,
  more: Pick<ActiveOrganisation, 'parentId'> = {},
): OrganisationState => ({
  is: 'active',
  ...more,
  name: 'HQ',
  orgKind: 'headquarters',
  ...{ territoryId, territoryPath, territoryLevel },
  posts: [],
});

/** A body that is registered, and dissolved. */
export const GONE = the('organisation', 98);
const { territoryId, territoryPath, territoryLevel } = CITY_Y;

export const ORGANISATIONS: ReadonlyMap<Id<'organisation'>, OrganisationState> = new Map<
  Id<'organisation'>,
  OrganisationState
>([
  [
    GONE,
    {
      is: 'dissolved',
      orgKind: 'headquarters',
      ...{ territoryId, territoryPath, territoryLevel },
      dissolvedAt: '2022-03-01T00:00:00.000Z',
    },
  ],
  ...[{ ...HQ_J, territoryLevel: 'province' as const }, CITY_Y, COUNTY_K1, COUNTY_K3, ZONE].map(
    (body) => [body.orgId, orgAt(body)] as const,
  ),
]);

export const aClerk: Occasion = {
  actorId: the('person', 1),
  orgId: HQ_J.orgId,
  occurredAt: '2022-03-17T11:30:00.000Z',
  commandId: '00000000-0000-4000-8000-0000000000c1',
  correlationId: '00000000-0000-4000-8000-0000000000c1',
  source: 'web',
};

/** Whose a row is, as its view says. */
export const ownerOfRow = <Row extends object>(
  view: { readonly owner: 'directory' | ((row: Row) => object) },
  row: Row | undefined,
) => (row && typeof view.owner === 'function' ? view.owner(row) : undefined);

/** An event as it stands in a log. */
export const message = <T extends string, D>(type: T, data: D) => ({ type, data });
