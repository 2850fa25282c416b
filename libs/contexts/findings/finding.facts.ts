import { dutyPointStream, holdersOn, unheld } from '#contexts/duties';
import { organisationStream, personStream, postsHeldAt, territoryStream } from '#contexts/parties';
import type { Id, Occasion, Own, StateReader, TerritoryPath } from '#kernel';
import type { CommandData } from './finding.commands.js';
import type { Answerable, FindingState } from './finding.state.js';

/** What stands around something that is recorded. */
export interface Surroundings {
  /** Where the place lies, if there is such a place. */
  readonly territoryPath: TerritoryPath | undefined;
  /** Who held the duty point that is named when it happened (F2), if there is such a duty point. */
  readonly dutyPoint: { readonly holders: readonly Answerable[]; readonly hasGap: boolean } | undefined;
  /** The body that it is about is named and not there. */
  readonly subjectIsUnknown: boolean;
}

/** In which organisations people hold posts at the time of the act. */
type OrgsOf = ReadonlyMap<Id<'person'>, readonly Id<'organisation'>[]>;

/** What is known of the people and the verifying bodies that a command names. */
export interface Named {
  readonly orgsOf: OrgsOf;
  /** The organisations named that are not there. */
  readonly unknownOrgs: readonly Id<'organisation'>[];
}

/** What is read of other streams for each command that rests on more than the finding itself. */
export interface FindingFacts {
  readonly RecordObservation: Surroundings;
  readonly RecordGapFinding: Surroundings;
  /** The organisations named that are not there. */
  readonly OrderRectification: readonly Id<'organisation'>[];
  readonly SubmitPlan: Named;
  readonly AssignVerifier: Named;
  /** Whether every required party of the duty point has accepted (R10). */
  readonly ApproveCloseOut: boolean;
}

const unknown = async (read: StateReader, ids: readonly Id<'organisation'>[]) => {
  const states = await Promise.all(ids.map((id) => read.state(organisationStream, id)));
  return ids.filter((_, index) => states[index]?.is !== 'active');
};

/** F2: the holders are taken as of the time it happened; periods are never overwritten, so today's state knows them. */
const dutyAt = async (read: StateReader, id: Id<'dutyPoint'> | undefined, occurredAt: string) => {
  const duty = id && (await read.state(dutyPointStream, id));
  if (!duty || duty.is === 'new') return undefined;
  return { holders: holdersOn(duty, occurredAt), hasGap: duty.gaps.length > 0 };
};

type Recording = Pick<CommandData<'RecordObservation'>, 'territoryId' | 'subjectOrgId' | 'dutyPointId'>;

const aroundPlace = async (
  read: StateReader,
  { territoryId, subjectOrgId, dutyPointId }: Recording,
  _: Own<FindingState>,
  { occurredAt }: Occasion,
): Promise<Surroundings> => {
  const [place, dutyPoint, unknownSubjects] = await Promise.all([
    read.state(territoryStream, territoryId),
    dutyAt(read, dutyPointId, occurredAt),
    unknown(read, subjectOrgId ? [subjectOrgId] : []),
  ]);
  const territoryPath = place.is === 'standing' ? place.path : undefined;
  return { territoryPath, dutyPoint, subjectIsUnknown: unknownSubjects.length > 0 };
};

const orgsOf = async (read: StateReader, ids: readonly Id<'person'>[], { occurredAt }: Occasion): Promise<OrgsOf> => {
  const known = await Promise.all(
    ids.map(async (id) => {
      const posts = postsHeldAt(await read.state(personStream, id), occurredAt);
      return [id, posts.map(({ orgId }) => orgId)] as const;
    }),
  );
  return new Map(known);
};

const named = async (
  read: StateReader,
  { people, bodies }: { readonly people: readonly Id<'person'>[]; readonly bodies: readonly Id<'organisation'>[] },
  on: Occasion,
): Promise<Named> => ({ orgsOf: await orgsOf(read, people, on), unknownOrgs: await unknown(read, bodies) });

const dutyHeld = async (read: StateReader, own: Own<FindingState>): Promise<boolean> => {
  const state = await own.state();
  const dutyPointId = state.is === 'new' ? undefined : state.observation.dutyPointId;
  if (!dutyPointId) return false;
  // Whoever decides on the finding need not see the duty: they hear no more than whether it is held.
  const duty = await read.behind(dutyPointStream, dutyPointId);
  return duty.is === 'defined' && unheld(duty).length === 0;
};

type Read<T extends keyof FindingFacts> = (
  read: StateReader,
  data: CommandData<T>,
  own: Own<FindingState>,
  on: Occasion,
) => Promise<FindingFacts[T]>;

/** Reads what a decision about a finding needs to know of other streams. */
export const findingFacts: { readonly [T in keyof FindingFacts]: Read<T> } = {
  RecordObservation: aroundPlace,
  RecordGapFinding: aroundPlace,
  OrderRectification: (read, { unitId, acceptorOrgId }) => unknown(read, [unitId, acceptorOrgId]),
  SubmitPlan: (read, { measures }, _, on) => {
    const people = measures.map(({ responsible }) => responsible);
    return named(read, { people, bodies: measures.map(({ verifierOrgId }) => verifierOrgId) }, on);
  },
  AssignVerifier: (read, { verifiers }, _, on) => {
    const people = verifiers.map(({ personId }) => personId);
    return named(read, { people, bodies: verifiers.map(({ orgId }) => orgId) }, on);
  },
  ApproveCloseOut: (read, _, own) => dutyHeld(read, own),
};
