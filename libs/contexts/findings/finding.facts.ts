import { dutyPoint, holdersOn, unheld } from '#contexts/duties';
import { organisation, person, postsHeldAt, territory } from '#contexts/parties';
import type { Id, StateReader } from '#kernel';
import { finding } from './finding.decider.js';
import type { CommandData, FindingCommand, FindingFacts } from './finding.rules.js';

const unknown = async (source: StateReader, ids: readonly (Id<'organisation'> | undefined)[]) => {
  const named = ids.filter((id) => id !== undefined);
  const states = await Promise.all(named.map((id) => source.state(organisation, id)));
  return named.filter((_, index) => states[index]?.is !== 'active');
};

/** F2: the holders are taken as of the time it happened; periods are never overwritten, so today's state knows them. */
const dutyAt = async (source: StateReader, id: Id<'dutyPoint'> | undefined, occurredAt: string) => {
  const duty = id && (await source.state(dutyPoint, id));
  if (!duty || duty.is === 'new') return {};
  return { dutyPoint: { holders: holdersOn(duty, occurredAt), hasGap: duty.gaps.length > 0 } };
};

const aroundPlace = async (
  source: StateReader,
  { territoryId, subjectOrgId, dutyPointId }: CommandData<'RecordObservation' | 'RecordGapFinding'>,
  occurredAt: string,
): Promise<FindingFacts> => {
  const [place, duty, unknownOrgs] = await Promise.all([
    source.state(territory, territoryId),
    dutyAt(source, dutyPointId, occurredAt),
    unknown(source, [subjectOrgId]),
  ]);
  return { ...(place.is === 'standing' && { territoryPath: place.path }), ...duty, unknownOrgs };
};

const orgsOf = async (source: StateReader, ids: readonly Id<'person'>[], occurredAt: string): Promise<FindingFacts> => {
  const known = await Promise.all(
    ids.map(async (id) => {
      const posts = postsHeldAt(await source.state(person, id), occurredAt);
      return [id, posts.map(({ orgId }) => orgId)] as const;
    }),
  );
  return { orgsOf: new Map(known) };
};

const dutyHeld = async (source: StateReader, id: Id<'finding'>): Promise<FindingFacts> => {
  const state = await source.state(finding, id);
  const dutyPointId = state.is === 'new' ? undefined : state.observation.dutyPointId;
  if (!dutyPointId) return {};
  const duty = await source.state(dutyPoint, dutyPointId);
  return { dutyHeld: duty.is === 'defined' && unheld(duty).length === 0 };
};

/** Reads what a decision about this finding, at this time, needs to know of other streams. */
export const aroundFinding =
  (id: Id<'finding'>, occurredAt: string) =>
  async (source: StateReader, { type, data }: FindingCommand): Promise<FindingFacts> => {
    switch (type) {
      case 'RecordObservation':
      case 'RecordGapFinding':
        return aroundPlace(source, data, occurredAt);
      case 'OrderRectification':
        return { unknownOrgs: await unknown(source, [data.unitId, data.acceptorOrgId]) };
      case 'SubmitPlan':
        return orgsOf(
          source,
          data.measures.map(({ responsible }) => responsible),
          occurredAt,
        );
      case 'AssignVerifier':
        return orgsOf(
          source,
          data.verifiers.map(({ personId }) => personId),
          occurredAt,
        );
      case 'ApproveCloseOut':
        return dutyHeld(source, id);
      default:
        return {};
    }
  };
