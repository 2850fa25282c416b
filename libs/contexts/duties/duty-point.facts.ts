import type { Id, StateReader } from '#kernel';
import { holdsPost, organisation, person, postsHeldAt, territory } from '#contexts/parties';
import { dutyPoint, type CommandData, type DutyPointCommand, type DutyPointFacts } from './duty-point.decider.js';
import type { Neighbour } from './duty-point.gaps.js';
import { bodyOf, type Assignment } from './duty-point.state.js';

const isDefined = async (source: StateReader, id: Id<'dutyPoint'> | undefined) =>
  id === undefined || (await source.state(dutyPoint, id)).is !== 'new';

const aroundNew = async (source: StateReader, asked: CommandData<'DefineDutyPoint'>): Promise<DutyPointFacts> => {
  const place = await source.state(territory, asked.territoryId);
  const sides = ['previous', 'next'] as const;
  const known = await Promise.all(sides.map((side) => isDefined(source, asked[side])));
  return {
    ...(place.is === 'standing' && { territoryPath: place.path }),
    undefinedNeighbours: sides.filter((_, index) => !known[index]),
  };
};

const isInPost = async (source: StateReader, { holder, from }: Pick<Assignment, 'holder' | 'from'>) => {
  const { orgId, postId, personId } = holder;
  const body = await source.state(organisation, orgId);
  if (personId === undefined) return postId === undefined || (body.is === 'active' && body.posts.includes(postId));
  const who = await source.state(person, personId);
  return postId === undefined
    ? postsHeldAt(who, from).some((held) => held.orgId === orgId)
    : holdsPost(who, { postId, orgId }, from);
};

const aroundHolder = async (source: StateReader, asked: CommandData<'AssignParty'>): Promise<DutyPointFacts> => {
  const body = await source.state(organisation, asked.holder.orgId);
  if (body.is !== 'active') return {};
  return { holder: { territoryPath: body.territoryPath, inPost: await isInPost(source, asked) } };
};

/** Reads what a decision about a duty point needs to know of other streams. */
export const aroundDutyPoint = async (source: StateReader, command: DutyPointCommand): Promise<DutyPointFacts> => {
  if (command.type === 'DefineDutyPoint') return aroundNew(source, command.data);
  if (command.type === 'AssignParty') return aroundHolder(source, command.data);
  return {};
};

/** Reads who holds the steps before and after this one. */
export const aroundStep =
  (id: Id<'dutyPoint'>) =>
  async (source: StateReader): Promise<DutyPointFacts> => {
    const step = await source.state(dutyPoint, id);
    const ids = step.is === 'new' ? [] : [step.previous, step.next].filter((one) => one !== undefined);
    return { neighbours: await Promise.all(ids.map((one) => neighbour(source, one))) };
  };

const neighbour = async (source: StateReader, dutyPointId: Id<'dutyPoint'>): Promise<Neighbour> => {
  const body = bodyOf(await source.state(dutyPoint, dutyPointId));
  return body ? { dutyPointId, body } : { dutyPointId };
};
