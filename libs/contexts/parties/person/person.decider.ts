import { happened, refused, type Decider, type Id, type Owner } from '#kernel';
import { organisationStream } from '../organisation/organisation.state.js';
import { appointmentOf, correctAppointment, outsideBody, type Correcting } from './person.correction.js';
import { deputyFacts, deputyRules, type DeputyFacts } from './deputy.rules.js';
import { personBars } from './person.bars.js';
import { personCommands, type PersonCommand } from './person.commands.js';
import type { PersonEvent } from './person.events.js';
import { PERSON_REFUSALS, type PersonRefusal } from './person.refusals.js';
import { ownerOf, ownerOfPost, personStream, type Appointment, type PersonState } from './person.state.js';

/** Appointing rests on the organisation that the post should stand on. */
interface Facts extends DeputyFacts {
  readonly HoldPost: Correcting;
  readonly CorrectAppointment: Correcting;
}

const BY_HEAD = ['NameDeputy', 'EndDeputy', 'EnterAbsence', 'EnterReturn'] as const;

type ByHead = Extract<PersonCommand, { readonly type: (typeof BY_HEAD)[number] }>;

const isByHead = (asked: PersonCommand): asked is ByHead => BY_HEAD.some((type) => type === asked.type);

const ownerBefore = (state: PersonState, type: PersonCommand['type']): Owner | undefined =>
  ownerOf(state) ?? (type === 'RegisterPerson' ? { territory: '', orgs: [] } : undefined);

export const person: Decider<PersonState, PersonCommand, PersonEvent, PersonRefusal, Facts> = {
  ...personStream,
  commands: personCommands,
  refusals: PERSON_REFUSALS,
  facts: {
    HoldPost: async (read, { orgId }) => ({ body: await read.state(organisationStream, orgId) }),
    CorrectAppointment: async (read, { postId, since }, own) => {
      const held = appointmentOf(await own.state(), postId, since);
      const body = held ? await read.state(organisationStream, held.orgId) : organisationStream.initial;
      return { body };
    },
    ...deputyFacts,
  },
  owner: (state, asked) => (isByHead(asked) ? ownerOfPost(state, asked.data.postId) : ownerBefore(state, asked.type)),
  stake: ownerBefore,
  bars: personBars,

  decide: {
    RegisterPerson: (called, state) =>
      state.is === 'new' ? happened({ type: 'PersonRegistered', data: called }) : refused('PERSON_EXISTS'),
    HoldPost: ({ postId, orgId, from }, state, _, { body }) => {
      if (body.is !== 'active') return refused('ORGANISATION_NOT_FOUND', 'orgId');
      if (!body.posts.includes(postId)) return refused('POST_NOT_FOUND', 'postId');
      const earlier = inPost(state, postId);
      if (earlier.some(({ to }) => to === undefined)) return refused('ALREADY_IN_POST', 'postId');
      if (earlier.some(({ to = '' }) => from < to)) return refused('PERIODS_OVERLAP', 'from');
      const early = outsideBody(from, body);
      if (early) return early;
      const { territoryId, territoryPath } = body;
      return happened({ type: 'PostHeld', data: { postId, orgId, territoryId, territoryPath, from } });
    },
    LeavePost: ({ postId, to }, state) => {
      const open = inPost(state, postId).find((held) => held.to === undefined);
      if (!open) return refused('POST_NOT_HELD', 'postId');
      if (to < open.from) return refused('ENDS_BEFORE_IT_BEGINS', 'to');
      return happened({ type: 'PostLeft', data: { postId, to } });
    },
    CorrectPerson: ({ reason, ...called }, state) => {
      if (state.is === 'new') return refused('PERSON_NOT_THERE');
      return reason
        ? happened({ type: 'PersonCorrected', data: { ...called, reason } })
        : refused('REASON_REQUIRED', 'reason');
    },
    CorrectAppointment: correctAppointment,
    EndPost: ({ postId, to }, state, { occurredAt }) => {
      const ending = inPost(state, postId).find((held) => held.to === to);
      if (!ending) return refused('POST_NOT_HELD', 'postId');
      if (occurredAt < to) return refused('END_NOT_COME', 'to');
      return ending.isOver ? happened() : happened({ type: 'PostEnded', data: { postId, to } });
    },
    ...deputyRules,
  },
};

const inPost = (state: PersonState, postId: Id<'post'>): readonly Appointment[] =>
  state.is === 'registered' ? state.appointments.filter((held) => held.postId === postId) : [];
