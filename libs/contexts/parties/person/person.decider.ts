import { ANSWER_REFUSALS, happened, refused, type Decider, type Id, type Occasion } from '#kernel';
import { CORRECTION_REFUSALS } from '../correction.js';
import { organisationStream } from '../organisation/organisation.state.js';
import { appointmentOf, correctAppointment, outsideBody, type Correcting } from './person.correction.js';
import { personCommands, type PersonCommand } from './person.commands.js';
import { PERIOD_REFUSALS } from '../period.js';
import type { PersonEvent } from './person.events.js';
import { ownerOf, personStream, type Appointment, type PersonState } from './person.state.js';

export type PersonRefusal =
  | 'PERSON_EXISTS'
  | 'PERSON_NOT_THERE'
  | 'ORGANISATION_NOT_FOUND'
  | 'POST_NOT_FOUND'
  | 'ALREADY_IN_POST'
  | 'PERIODS_OVERLAP'
  | 'POST_NOT_HELD'
  | 'OWN_POST'
  | 'ENDS_BEFORE_IT_BEGINS'
  | 'END_NOT_COME'
  | keyof typeof ANSWER_REFUSALS
  | keyof typeof CORRECTION_REFUSALS
  | keyof typeof PERIOD_REFUSALS;

/** Whether somebody asks about their own record. */
const isOwn = (stream: Id, { actorId }: Occasion): boolean => stream === actorId;

/** Appointing rests on the organisation that the post should stand on. */
interface Facts {
  readonly HoldPost: Correcting;
  readonly CorrectAppointment: Correcting;
  /** Whether whoever asks is the person themselves. */
  readonly LeavePost: boolean;
}

export const person: Decider<PersonState, PersonCommand, PersonEvent, PersonRefusal, Facts> = {
  ...personStream,
  commands: personCommands,
  refusals: {
    ...ANSWER_REFUSALS,
    ...CORRECTION_REFUSALS,
    ...PERIOD_REFUSALS,
    PERSON_NOT_THERE: { en: 'There is no such person.', zh: '该人员不存在。' },
    PERSON_EXISTS: { en: 'This person is registered already.', zh: '该人员已登记。' },
    ORGANISATION_NOT_FOUND: { en: 'There is no such active organisation.', zh: '机构不存在或已撤销。' },
    POST_NOT_FOUND: { en: 'The organisation has no such post.', zh: '该机构没有此岗位。' },
    ALREADY_IN_POST: { en: 'The person holds this post already.', zh: '该人员已任此职。' },
    PERIODS_OVERLAP: { en: 'The person held this post at that time already.', zh: '任职期间与此前记录重叠。' },
    POST_NOT_HELD: { en: 'The person does not hold this post.', zh: '该人员未任此职。' },
    OWN_POST: {
      en: 'Another administrator has to enter this: nobody begins, ends or corrects their own appointment.',
      zh: '须由其他系统管理员登记：不得登记、终止或更正本人的任职。',
    },
    END_NOT_COME: { en: 'The end of the appointment has not come.', zh: '任职尚未到期。' },
    ENDS_BEFORE_IT_BEGINS: { en: 'A period cannot end before it begins.', zh: '离任时间不能早于任职时间。' },
  },
  facts: {
    HoldPost: async (read, { orgId }, { stream }, on) => ({
      body: await read.state(organisationStream, orgId),
      isOwn: isOwn(stream, on),
    }),
    CorrectAppointment: async (read, { postId, since }, own, on) => {
      const held = appointmentOf(await own.state(), postId, since);
      const body = held ? await read.state(organisationStream, held.orgId) : organisationStream.initial;
      return { body, isOwn: isOwn(own.stream, on) };
    },
    LeavePost: (_, __, { stream }, on) => Promise.resolve(isOwn(stream, on)),
  },
  owner: (state, { type }) => ownerOf(state) ?? (type === 'RegisterPerson' ? { territory: '', orgs: [] } : undefined),

  decide: {
    RegisterPerson: ({ name }, state) =>
      state.is === 'new' ? happened({ type: 'PersonRegistered', data: { name } }) : refused('PERSON_EXISTS'),
    HoldPost: ({ postId, orgId, from }, state, _, { body, isOwn: isTheirs }) => {
      if (body.is !== 'active') return refused('ORGANISATION_NOT_FOUND', 'orgId');
      if (!body.posts.includes(postId)) return refused('POST_NOT_FOUND', 'postId');
      const earlier = inPost(state, postId);
      if (earlier.some(({ to }) => to === undefined)) return refused('ALREADY_IN_POST', 'postId');
      if (isTheirs && !isTheFirst(state)) return refused('OWN_POST');
      if (earlier.some(({ to = '' }) => from < to)) return refused('PERIODS_OVERLAP', 'from');
      const early = outsideBody(from, body);
      if (early) return early;
      const { territoryId, territoryPath } = body;
      return happened({ type: 'PostHeld', data: { postId, orgId, territoryId, territoryPath, from } });
    },
    // SD5: only administrators end appointments; one who could end their own might be the last.
    LeavePost: ({ postId, to }, state, _, isTheirs) => {
      if (isTheirs) return refused('OWN_POST');
      const open = inPost(state, postId).find((held) => held.to === undefined);
      if (!open) return refused('POST_NOT_HELD', 'postId');
      if (to < open.from) return refused('ENDS_BEFORE_IT_BEGINS', 'to');
      return happened({ type: 'PostLeft', data: { postId, to } });
    },
    CorrectPerson: ({ name, reason }, state) => {
      if (state.is === 'new') return refused('PERSON_NOT_THERE');
      return reason
        ? happened({ type: 'PersonCorrected', data: { name, reason } })
        : refused('REASON_REQUIRED', 'reason');
    },
    CorrectAppointment: correctAppointment,
    EndPost: ({ postId, to }, state, { occurredAt }) => {
      const ending = inPost(state, postId).find((held) => held.to === to);
      if (!ending) return refused('POST_NOT_HELD', 'postId');
      if (occurredAt < to) return refused('END_NOT_COME', 'to');
      return ending.isOver ? happened() : happened({ type: 'PostEnded', data: { postId, to } });
    },
  },
};

/** SD4: a post may come with grants. Whoever begins a log takes the first post of all: until then nobody is in one (W4). */
const isTheFirst = (state: PersonState): boolean => state.is === 'new' || state.appointments.length === 0;

const inPost = (state: PersonState, postId: Id<'post'>): readonly Appointment[] =>
  state.is === 'registered' ? state.appointments.filter((held) => held.postId === postId) : [];
