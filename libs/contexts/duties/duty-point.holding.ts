import { meansOf, type MeansOf } from '#contexts/grants';
import { holdsPost, organisationStream, personStream, postsHeldAt, type PersonState } from '#contexts/parties';
import { HONEST_CLOCKS_MINUTES, type Id, type Occasion, type Own, type StateReader } from '#kernel';
import { minutesAfter } from '#time';
import type { CommandData } from './duty-point.commands.js';
import type { Body } from './duty-point.fit.js';
import type { DutyPoint, Holder } from './duty-point.state.js';

/** The holder's organisation, and whether the holder stands in the post that is named. */
export interface FoundHolder extends Body {
  readonly inPost: boolean;
  /** What the person who is named could act with; left out where none is named. */
  readonly means?: MeansOf;
}

/** Who would take over, and whether the one who holds it is gone. */
export interface Handover {
  readonly found: FoundHolder | undefined;
  readonly isGone: boolean;
}

type Named = Pick<CommandData<'AssignParty'>, 'holder' | 'from'>;

const standsIn = (who: PersonState, { orgId, postId }: Holder, at: string): boolean =>
  postId === undefined
    ? postsHeldAt(who, at).some((held) => held.orgId === orgId)
    : holdsPost(who, { postId, orgId }, at);

const isInPost = async (read: StateReader, holder: Holder, from: string, posts: readonly Id<'post'>[]) => {
  const { postId, personId } = holder;
  if (personId === undefined) return postId === undefined || posts.includes(postId);
  return standsIn(await read.state(personStream, personId), holder, from);
};

export const aroundHolder = async (
  read: StateReader,
  { holder, from }: Named,
  own: Pick<Own<DutyPoint>, 'stream' | 'now'>,
  on: Occasion,
): Promise<FoundHolder | undefined> => {
  const body = await read.state(organisationStream, holder.orgId);
  if (body.is !== 'active') return undefined;
  const { territoryPath, orgKind, line, posts } = body;
  const [inPost, means] = await Promise.all([
    isInPost(read, holder, from ?? on.occurredAt, posts),
    meansOf(read, holder.personId ? [holder.personId] : [], own, on),
  ]);
  return { territoryPath, orgKind, ...(line !== undefined && { line }), inPost, means };
};

/** Whether the body is there no longer, or the person is not in the post any more: a yes or no about a holder that is in sight. */
export const isGone = async (read: StateReader, holder: Holder, at: string): Promise<boolean> => {
  const body = await read.behind(organisationStream, holder.orgId);
  if (body.is === 'dissolved' && body.dissolvedAt <= at) return true;
  return holder.personId !== undefined && !standsIn(await read.behind(personStream, holder.personId), holder, at);
};

/** Whether the holder of the assignment that is named has left. */
export const aroundLeaving = async (
  read: StateReader,
  { assignmentId }: Pick<CommandData<'EndAssignment'>, 'assignmentId'>,
  own: Own<DutyPoint>,
  { occurredAt }: Occasion,
): Promise<Pick<Handover, 'isGone'>> => {
  const state = await own.state();
  const held = state.is === 'new' ? undefined : state.assignments.find((one) => one.assignmentId === assignmentId);
  return { isGone: held !== undefined && (await isGone(read, held.holder, occurredAt)) };
};

/** Whether the holder had left by the moment that is named, which has come: a process knows it from elsewhere, the record decides. */
export const aroundEnd = async (
  read: StateReader,
  { assignmentId, from }: CommandData<'DeactivateAssignment'>,
  own: Own<DutyPoint>,
  on: Occasion,
): Promise<Pick<Handover, 'isGone'>> => {
  return from > minutesAfter(own.now ?? on.occurredAt, HONEST_CLOCKS_MINUTES)
    ? { isGone: false }
    : aroundLeaving(read, { assignmentId }, own, { ...on, occurredAt: from });
};

export const aroundHandover = async (
  read: StateReader,
  asked: CommandData<'TransferAssignment'>,
  own: Own<DutyPoint>,
  on: Occasion,
): Promise<Handover> => ({
  ...(await aroundLeaving(read, asked, own, on)),
  found: await aroundHolder(read, { holder: asked.holder }, own, on),
});
