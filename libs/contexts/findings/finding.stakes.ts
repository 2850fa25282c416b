import type { Act, Id, Owner, TerritoryPath } from '#kernel';
import type { FindingData, FindingEvent } from './finding.events.js';

/** Where a finding lies, and the organisations that hold a stake in it. */
export interface Stakes {
  readonly territory: TerritoryPath;
  readonly recorder?: Id<'organisation'>;
  /** The unit that the present order names. */
  readonly unit?: Id<'organisation'>;
  /** The body that decides on the close-out. */
  readonly acceptor?: Id<'organisation'>;
  /** The bodies that the verifiers of the present order belong to. */
  readonly verifiers?: readonly Id<'organisation'>[];
}

/** The stakes in a finding that is recorded. */
export const stakesOf = (
  { territoryPath }: Pick<FindingData<'ObservationRecorded'>, 'territoryPath'>,
  { orgId }: Pick<Act, 'orgId'>,
): Stakes => ({ territory: territoryPath, ...(orgId && { recorder: orgId }) });

/** The facts that change who holds a stake. A new order leaves nothing of the one before it. */
const changes: { readonly [T in FindingEvent['type']]?: (before: Stakes, data: FindingData<T>) => Stakes } = {
  RectificationOrdered: ({ territory, recorder }, { unitId, acceptorOrgId }) => ({
    territory,
    ...(recorder && { recorder }),
    unit: unitId,
    acceptor: acceptorOrgId,
  }),
  VerifierAssigned: (before, { verifiers }) => ({ ...before, verifiers: verifiers.map(({ orgId }) => orgId) }),
};

/** The stakes after one more fact. */
export const stakesAfter = <T extends FindingEvent['type']>(before: Stakes, type: T, data: FindingData<T>): Stakes =>
  changes[type]?.(before, data) ?? before;

/** Whose a finding is: it belongs to its territory and to each body that has a part in it. */
export const ownerOf = ({ territory, recorder, unit, acceptor, verifiers = [] }: Stakes): Owner => ({
  territory,
  orgs: [...new Set([recorder, unit, acceptor, ...verifiers].filter((id) => id !== undefined))],
});
