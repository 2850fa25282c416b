import type { Id, Owner, Stream, TerritoryPath } from '#kernel';
import { personEvents, type PersonEvent } from './person.events.js';

/** One period in one post; `to` is missing while it lasts. */
export interface Appointment {
  readonly postId: Id<'post'>;
  readonly orgId: Id<'organisation'>;
  readonly territoryId: Id<'territory'>;
  readonly territoryPath: TerritoryPath;
  readonly from: string;
  readonly to?: string;
  /** Its end was told ahead of time, and has come. */
  readonly isOver?: true;
}

export type PersonState =
  { readonly is: 'new' } | { readonly is: 'registered'; readonly appointments: readonly Appointment[] };

const ended = (held: Appointment, postId: Id<'post'>, to: string): Appointment =>
  held.postId === postId && held.to === undefined ? { ...held, to } : held;

const over = (held: Appointment, postId: Id<'post'>, to: string): Appointment =>
  held.postId === postId && held.to === to ? { ...held, isOver: true } : held;

/** The period as it is; it ends where it had an end. An end that has come has to come again if it was another. */
const put = (
  held: Appointment,
  postId: Id<'post'>,
  since: string,
  { from, to = held.to }: { readonly from: string; readonly to?: string | undefined },
): Appointment => {
  if (held.postId !== postId || held.from !== since) return held;
  if (held.to === undefined || to === undefined) return { ...held, from };
  const { isOver, ...rest } = held;
  return { ...rest, from, to, ...(isOver && held.to === to && { isOver }) };
};

/** Whose a person is: of the bodies of the present appointments, and of the place of the latest one. */
export const ownerOf = (state: PersonState): Owner | undefined =>
  state.is === 'new'
    ? undefined
    : {
        territory: state.appointments.at(-1)?.territoryPath ?? '',
        orgs: state.appointments.filter(({ to }) => to === undefined).map(({ orgId }) => orgId),
        register: true,
      };

/** How a person's record is folded. */
export const personStream: Stream<PersonState, PersonEvent> = {
  kind: 'person',
  events: personEvents,
  initial: { is: 'new' },
  seenBy: ownerOf,
  evolve: {
    PersonRegistered: () => ({ is: 'registered', appointments: [] }),
    PostHeld: (state, { postId, orgId, territoryId, territoryPath, from }) =>
      state.is === 'registered'
        ? { ...state, appointments: [...state.appointments, { postId, orgId, territoryId, territoryPath, from }] }
        : state,
    PostLeft: (state, { postId, to }) =>
      state.is === 'registered'
        ? { ...state, appointments: state.appointments.map((held) => ended(held, postId, to)) }
        : state,
    PersonCorrected: (state) => state,
    AppointmentCorrected: (state, { postId, was, from, to }) =>
      state.is === 'registered'
        ? { ...state, appointments: state.appointments.map((held) => put(held, postId, was.from, { from, to })) }
        : state,
    PostEnded: (state, { postId, to }) =>
      state.is === 'registered'
        ? { ...state, appointments: state.appointments.map((held) => over(held, postId, to)) }
        : state,
  },
};

/** The posts a person held at an instant (A5: periods are never overwritten, so the past can be asked). */
export const postsHeldAt = (state: PersonState, at: string): readonly Appointment[] =>
  state.is === 'registered'
    ? state.appointments.filter(({ from, to }) => from <= at && (to === undefined || at < to))
    : [];

/** The posts a person has held at any moment since an instant, those too that they left in between. */
export const postsHeldSince = (state: PersonState, since: string): readonly Appointment[] =>
  state.is === 'registered' ? state.appointments.filter(({ to }) => to === undefined || since < to) : [];

/** Whether a person held this post of this organisation at an instant. */
export const holdsPost = (state: PersonState, post: Pick<Appointment, 'postId' | 'orgId'>, at: string): boolean =>
  postsHeldAt(state, at).some((held) => held.postId === post.postId && held.orgId === post.orgId);
