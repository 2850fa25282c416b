import { happened, refused, type Decider, type Id, type TerritoryPath } from '#kernel';
import type { OrganisationState } from './organisation.decider.js';
import { personEvents, type PersonEvent } from './person.events.js';

export type PersonCommand =
  | { readonly type: 'RegisterPerson'; readonly data: { readonly name: string } }
  | {
      readonly type: 'HoldPost';
      readonly data: { readonly postId: Id<'post'>; readonly orgId: Id<'organisation'>; readonly from: string };
    }
  | { readonly type: 'LeavePost'; readonly data: { readonly postId: Id<'post'>; readonly to: string } };

export type PersonRefusal =
  | 'PERSON_EXISTS'
  | 'ORGANISATION_NOT_FOUND'
  | 'POST_NOT_FOUND'
  | 'ALREADY_IN_POST'
  | 'PERIODS_OVERLAP'
  | 'NOT_IN_POST'
  | 'ENDS_BEFORE_IT_BEGINS';

/** One period in one post; `to` is missing while it lasts. */
export interface Appointment {
  readonly postId: Id<'post'>;
  readonly orgId: Id<'organisation'>;
  readonly territoryPath: TerritoryPath;
  readonly from: string;
  readonly to?: string;
}

export type PersonState =
  { readonly is: 'new' } | { readonly is: 'registered'; readonly appointments: readonly Appointment[] };

/** The organisation that the post should stand on. */
export type PersonFacts = { readonly organisation: OrganisationState } | undefined;

const owned = ({ appointments }: { readonly appointments: readonly Appointment[] }) => ({
  territory: appointments.at(-1)?.territoryPath ?? '',
  orgs: appointments.filter(({ to }) => to === undefined).map(({ orgId }) => orgId),
});

export const person: Decider<PersonState, PersonCommand, PersonEvent, PersonRefusal, PersonFacts> = {
  kind: 'person',
  events: personEvents,
  refusals: {
    PERSON_EXISTS: { en: 'This person is registered already.', zh: '该人员已登记。' },
    ORGANISATION_NOT_FOUND: { en: 'There is no such active organisation.', zh: '机构不存在或已撤销。' },
    POST_NOT_FOUND: { en: 'The organisation has no such post.', zh: '该机构没有此岗位。' },
    ALREADY_IN_POST: { en: 'The person holds this post already.', zh: '该人员已任此职。' },
    PERIODS_OVERLAP: { en: 'The person held this post at that time already.', zh: '任职期间与此前记录重叠。' },
    NOT_IN_POST: { en: 'The person does not hold this post.', zh: '该人员未任此职。' },
    ENDS_BEFORE_IT_BEGINS: { en: 'A period cannot end before it begins.', zh: '离任时间不能早于任职时间。' },
  },
  who: { RegisterPerson: ['admin'], HoldPost: ['admin'], LeavePost: ['admin'] },
  owner: (state, { type }) => {
    if (state.is === 'registered') return owned(state);
    return type === 'RegisterPerson' ? { territory: '', orgs: [] } : undefined;
  },
  initial: { is: 'new' },

  decide: {
    RegisterPerson: ({ name }, state) =>
      state.is === 'new' ? happened({ type: 'PersonRegistered', data: { name } }) : refused('PERSON_EXISTS'),
    HoldPost: ({ postId, orgId, from }, state, _, facts) => {
      const body = facts?.organisation;
      if (body?.is !== 'active') return refused('ORGANISATION_NOT_FOUND', 'orgId');
      if (!body.posts.includes(postId)) return refused('POST_NOT_FOUND', 'postId');
      const earlier = inPost(state, postId);
      if (earlier.some(({ to }) => to === undefined)) return refused('ALREADY_IN_POST', 'postId');
      if (earlier.some(({ to = '' }) => from < to)) return refused('PERIODS_OVERLAP', 'from');
      const { territoryId, territoryPath } = body;
      return happened({ type: 'PostHeld', data: { postId, orgId, territoryId, territoryPath, from } });
    },
    LeavePost: ({ postId, to }, state) => {
      const open = inPost(state, postId).find((held) => held.to === undefined);
      if (!open) return refused('NOT_IN_POST', 'postId');
      if (to < open.from) return refused('ENDS_BEFORE_IT_BEGINS', 'to');
      return happened({ type: 'PostLeft', data: { postId, to } });
    },
  },

  evolve: {
    PersonRegistered: () => ({ is: 'registered', appointments: [] }),
    PostHeld: (state, { postId, orgId, territoryPath, from }) =>
      state.is === 'registered'
        ? { ...state, appointments: [...state.appointments, { postId, orgId, territoryPath, from }] }
        : state,
    PostLeft: (state, { postId, to }) =>
      state.is === 'registered'
        ? { ...state, appointments: state.appointments.map((held) => ended(held, postId, to)) }
        : state,
  },
};

const inPost = (state: PersonState, postId: Id<'post'>): readonly Appointment[] =>
  state.is === 'registered' ? state.appointments.filter((held) => held.postId === postId) : [];

const ended = (held: Appointment, postId: Id<'post'>, to: string): Appointment =>
  held.postId === postId && held.to === undefined ? { ...held, to } : held;

/** The posts a person held at an instant (A5: periods are never overwritten, so the past can be asked). */
export const postsHeldAt = (state: PersonState, at: string): readonly Appointment[] =>
  state.is === 'registered'
    ? state.appointments.filter(({ from, to }) => from <= at && (to === undefined || at < to))
    : [];

/** Whether a person held this post of this organisation at an instant. */
export const holdsPost = (state: PersonState, post: Pick<Appointment, 'postId' | 'orgId'>, at: string): boolean =>
  postsHeldAt(state, at).some((held) => held.postId === post.postId && held.orgId === post.orgId);
