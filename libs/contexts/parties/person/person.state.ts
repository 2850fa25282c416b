import type { DataOf, Id, Owner, Stream, TerritoryPath } from '#kernel';
import { withNamed, withoutDeputy, withReturn, type Absence, type Deputyship } from './deputy.periods.js';
import { personEvents, type PersonEvent } from './person.events.js';

/** One period in one post; `to` is missing while it lasts. */
export interface Appointment {
  readonly postId: Id<'post'>;
  readonly orgId: Id<'organisation'>;
  readonly territoryId: Id<'territory'>;
  readonly territoryPath: TerritoryPath;
  readonly from: string;
  readonly to?: string;
  /** Its end has come. */
  readonly isOver?: true;
}

export type PersonState =
  | { readonly is: 'new' }
  | {
      readonly is: 'registered';
      readonly appointments: readonly Appointment[];
      /** Who stands in for them, post by post, in the order in which they were named. */
      readonly deputies: readonly Deputyship[];
      readonly absences: readonly Absence[];
    };

type End = DataOf<PersonEvent, 'PostEnded'>;

/** Whether an end was told ahead of time, so that it is still to come. */
export const isAhead = (to: string, recordedAt: string): boolean => to > recordedAt;

const until = (to: string, recordedAt: string) => ({ to, ...(!isAhead(to, recordedAt) && { isOver: true as const }) });

const ended = (held: Appointment, { postId, to }: End, recordedAt: string): Appointment =>
  held.postId === postId && held.to === undefined ? { ...held, ...until(to, recordedAt) } : held;

const over = (held: Appointment, { postId, to }: End): Appointment =>
  held.postId === postId && held.to === to ? { ...held, isOver: true } : held;

/** The period as it is; it ends where it had an end. An end that has come has to come again if it was another that lies ahead. */
const put = (
  held: Appointment,
  { postId, was, from, to = held.to }: DataOf<PersonEvent, 'AppointmentCorrected'>,
  recordedAt: string,
): Appointment => {
  if (held.postId !== postId || held.from !== was.from) return held;
  if (held.to === undefined || to === undefined || to === held.to) return { ...held, from };
  const { isOver: _, ...rest } = held;
  return { ...rest, from, ...until(to, recordedAt) };
};

/** The same record, with each appointment as this makes of it. */
const each = (state: PersonState, change: (held: Appointment) => Appointment): PersonState =>
  state.is === 'registered' ? { ...state, appointments: state.appointments.map(change) } : state;

/** A6: an end that is told ahead of time has not come: until then the post is theirs. */
export const isPresent = ({ isOver }: Appointment): boolean => isOver !== true;

/** Whose a person is: of the bodies of the present appointments, and of the place of the latest one. */
export const ownerOf = (state: PersonState): Owner | undefined =>
  state.is === 'new'
    ? undefined
    : {
        territory: state.appointments.at(-1)?.territoryPath ?? '',
        orgs: state.appointments.filter(isPresent).map(({ orgId }) => orgId),
        register: true,
      };

/** Whose it is to say who stands in for somebody in this post: of the body that it belongs to, and of no other body of theirs. */
export const ownerOfPost = (state: PersonState, postId: Id<'post'>): Owner | undefined => {
  const held =
    state.is === 'new' ? undefined : state.appointments.find((one) => one.postId === postId && isPresent(one));
  return held ? { territory: held.territoryPath, orgs: [held.orgId], register: true } : ownerOf(state);
};

/** How a person's record is folded. */
export const personStream: Stream<PersonState, PersonEvent> = {
  kind: 'person',
  events: personEvents,
  initial: { is: 'new' },
  seenBy: ownerOf,
  evolve: {
    PersonRegistered: () => ({ is: 'registered', appointments: [], deputies: [], absences: [] }),
    PostHeld: (state, { postId, orgId, territoryId, territoryPath, from }) =>
      state.is === 'registered'
        ? { ...state, appointments: [...state.appointments, { postId, orgId, territoryId, territoryPath, from }] }
        : state,
    PostLeft: (state, end, { recordedAt }) => each(state, (held) => ended(held, end, recordedAt)),
    PersonCorrected: (state) => state,
    AppointmentCorrected: (state, right, { recordedAt }) => each(state, (held) => put(held, right, recordedAt)),
    PostEnded: (state, end) => each(state, (held) => over(held, end)),
    DeputyNamed: (state, named, { recordedAt }) =>
      state.is === 'registered' ? { ...state, deputies: withNamed(state.deputies, named, recordedAt) } : state,
    DeputyEnded: (state, end) =>
      state.is === 'registered' ? { ...state, deputies: withoutDeputy(state.deputies, end) } : state,
    AbsenceReported: (state, { postId, from, to }) =>
      state.is === 'registered' ? { ...state, absences: [...state.absences, { postId, from, to }] } : state,
    AbsenceEnded: (state, end) =>
      state.is === 'registered' ? { ...state, absences: withReturn(state.absences, end) } : state,
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
