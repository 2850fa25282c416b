import type { Act, Id, Owner, TerritoryPath } from '#kernel';
import type { FindingData, FindingEvent } from './finding.events.js';

type OrgId = Id<'organisation'>;

/** Where a finding lies, and the organisations that hold a stake in it. */
export interface Stakes {
  readonly territory: TerritoryPath;
  readonly recorder?: OrgId;
  /** The body that it is about. */
  readonly subject?: OrgId;
  /** The body that it is about may see it: it was told on the spot (F10), or it is a finding now. */
  readonly subjectSees?: true;
  /** The unit that the present order names. */
  readonly unit?: OrgId;
  /** The body that decides on the close-out. */
  readonly acceptor?: OrgId;
  /** The bodies that the verifiers of the present order belong to. */
  readonly verifiers?: readonly OrgId[];
  /** The bodies of earlier rounds, and those whose place others have taken: what was theirs stays theirs (F6). */
  readonly past?: readonly OrgId[];
}

type Told = Pick<FindingData<'ObservationRecorded'>, 'territoryPath' | 'subjectOrgId' | 'subjectTold'>;

/** The stakes in a finding that is recorded. */
export const stakesOf = (
  { territoryPath, subjectOrgId, subjectTold }: Told,
  { orgId }: Pick<Act, 'orgId'>,
): Stakes => ({
  territory: territoryPath,
  ...(orgId && { recorder: orgId }),
  ...(subjectOrgId && { subject: subjectOrgId }),
  ...(subjectTold && { subjectSees: true }),
});

const eachOnce = (ids: readonly (OrgId | undefined)[]): readonly OrgId[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

/** Those that have had a part in the rounds up to now. */
const soFar = ({ unit, acceptor, verifiers = [], past = [] }: Stakes) => ({
  past: eachOnce([...past, unit, acceptor, ...verifiers]),
});

const orderedAnew = (before: Stakes, { unitId, acceptorOrgId }: FindingData<'RectificationOrdered'>): Stakes => ({
  ...before,
  ...soFar(before),
  unit: unitId,
  acceptor: acceptorOrgId,
  verifiers: [],
});

/** The facts that change who holds a stake; nobody who held one loses sight of it. */
const changes: { readonly [T in FindingEvent['type']]?: (before: Stakes, data: FindingData<T>) => Stakes } = {
  FindingConfirmed: (before) => ({ ...before, subjectSees: true }),
  RectificationOrdered: orderedAnew,
  OrderRedirected: orderedAnew,
  OrderWithdrawn: ({ unit, acceptor, ...before }) => ({
    ...before,
    ...soFar({ ...before, ...(unit && { unit }), ...(acceptor && { acceptor }) }),
    verifiers: [],
  }),
  AcceptorReplaced: (before, { acceptorOrgId }) => ({ ...before, ...soFar(before), acceptor: acceptorOrgId }),
  VerifierReplaced: (before, { verifiers }) => ({
    ...before,
    ...soFar(before),
    verifiers: eachOnce([...(before.verifiers ?? []), ...verifiers.map(({ orgId }) => orgId)]),
  }),
  ObservationCorrected: (before, { subjectOrgId }) => ({
    ...before,
    ...(subjectOrgId && {
      ...(before.subjectSees && { past: eachOnce([...(before.past ?? []), before.subject]) }),
      subject: subjectOrgId,
    }),
  }),
  VerifierAssigned: (before, { verifiers }) => ({
    ...before,
    ...soFar(before),
    verifiers: verifiers.map(({ orgId }) => orgId),
  }),
};

/** The stakes after one more fact. */
export const stakesAfter = <T extends FindingEvent['type']>(before: Stakes, type: T, data: FindingData<T>): Stakes =>
  changes[type]?.(before, data) ?? before;

/** Whose a finding is: it belongs to its territory and to each body that has, or has had, a part in it. */
export const ownerOf = ({ territory, recorder, subject, subjectSees, unit, acceptor, ...others }: Stakes): Owner => ({
  territory,
  orgs: eachOnce([
    ...[recorder, subjectSees && subject, unit, acceptor],
    ...(others.verifiers ?? []),
    ...(others.past ?? []),
  ]),
});
