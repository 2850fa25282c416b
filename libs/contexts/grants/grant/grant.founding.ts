import { postsHeldAt, personStream } from '#contexts/parties';
import {
  claiming,
  happened,
  refused,
  type ClaimKey,
  type DataOf,
  type Decision,
  type Id,
  type Occasion,
  type Refusal,
  type StateReader,
} from '#kernel';
import { accountOf, accountStream } from '../account/account.state.js';
import type { Founder, GrantCommand, TakingOver } from './grant.commands.js';
import type { GrantEvent } from './grant.events.js';
import { excludes } from './grant.exclusion.js';
import type { GrantRefusal } from './grant.refusals.js';
import { grantsOf, grantStream, inForceAt, type Grant, type GrantsState } from './grant.state.js';

type Answer = Decision<GrantEvent, GrantRefusal>;

/** What the one who founds lays claim to: there is one of them, however many come at the same moment. */
const FIRST: ClaimKey = ['grant.first administrator'];

/** Who takes over, as far as it matters: that they can come in, and what they have. */
export interface Successor {
  readonly canSignIn: boolean;
  readonly grants: readonly Grant[];
}

/** Whether somebody else was the first. */
export const othersFirst = async (read: StateReader, own: Id): Promise<boolean> =>
  (await read.claimants(grantStream, FIRST, own)).length > 0;

/**
 * Whether it is the record that grants: the first administrator has handed over. Before that hardly anybody has anything by it, and in
 * trials it never comes to that: tokens say what their bearers have.
 */
export const isGoverned = async (read: StateReader, own: Id): Promise<boolean> =>
  (await read.claimants(grantStream, FIRST, own)).some(({ state }) => state.is === 'kept' && state.successors);

/** Whether the first administrator named this person, as that one's own record says and not as whoever asks does. */
export const isNamed = async (read: StateReader, { namedIn, personId }: TakingOver): Promise<boolean> => {
  const first = await read.behind(grantStream, namedIn);
  return first.is === 'kept' && (first.successors ?? []).includes(personId);
};

/** How somebody stands who would take over; their posts count, for what is granted to those is theirs. */
export const successor = async (read: StateReader, person: Id<'person'>, at: string): Promise<Successor> => {
  const held = postsHeldAt(await read.behind(personStream, person), at);
  const posts = held.map(({ postId }) => postId);
  const account = await read.behind(accountStream, accountOf(person));
  const streams = [person, ...posts].map(grantsOf);
  const states = await Promise.all(streams.map((stream) => read.behind(grantStream, stream)));
  return {
    // SD5: who goes on a day that is known would leave nobody.
    canSignIn: held.some(({ to }) => to === undefined) && account.is === 'enabled',
    grants: states.flatMap((state) => inForceAt(state, at)),
  };
};

const administrator = ({ personId, from, reason }: Founder, number: number) =>
  ({ number, grantee: { personId }, role: 'admin', reach: { nowhere: true }, from, reason }) as const;

/** The first administrator: nobody proposes it and nobody approves it, so it can happen once. */
export const foundAdministrator = (asked: Founder, isAnotherThere: boolean): Answer =>
  isAnotherThere
    ? refused('FOUNDED_ALREADY')
    : claiming(happened<GrantEvent>({ type: 'AdministratorFounded', data: administrator(asked, 1) }), [
        { key: FIRST, seenBy: 'everybody' },
      ]);

const standing = (state: GrantsState): readonly Grant[] => (state.is === 'new' ? [] : state.grants);

/** Whom the first administrator named becomes one; asked again, they are one already. */
export const takeOver = (asked: TakingOver, state: GrantsState, { occurredAt }: Occasion, isNamed: boolean): Answer => {
  if (inForceAt(state, occurredAt).some(({ role }) => role === 'admin')) return happened();
  if (!isNamed) return refused('NOT_NAMED_TO_FOLLOW');
  return happened({ type: 'GrantMade', data: administrator(asked, standing(state).length + 1) });
};

const fault = ({ canSignIn, grants }: Successor, path: string): Refusal<GrantRefusal> | undefined => {
  if (!canSignIn) return refused('CANNOT_SIGN_IN', path);
  return grants.some(({ role }) => excludes(role, 'admin')) ? refused('ROLES_EXCLUDE_EACH_OTHER', path) : undefined;
};

/** Whether this is what the first administrator still has. */
export const isFounding = ({ founding, status, grantee }: Grant, actor: Id): boolean =>
  founding === true && status === 'granted' && 'personId' in grantee && grantee.personId === actor;

/** SD4: the one act for which one person suffices. It makes two others at once, so that from then on there is somebody to approve. */
export const handOver = (
  { firstId, secondId }: DataOf<GrantCommand, 'HandOverAdministration'>,
  state: GrantsState,
  { actorId }: Occasion,
  [first, second]: readonly [Successor, Successor],
): Answer => {
  const founding = standing(state).find((grant) => isFounding(grant, actorId));
  if (!founding) return refused('NOT_THE_FIRST');
  if (firstId === secondId || secondId === actorId) return refused('TAKES_TWO_OTHERS', 'secondId');
  if (firstId === actorId) return refused('TAKES_TWO_OTHERS', 'firstId');
  const no = fault(first, 'firstId') ?? fault(second, 'secondId');
  if (no) return no;
  const { number } = founding;
  return happened({ type: 'AdministrationHandedOver', data: { number, firstId, secondId } });
};
