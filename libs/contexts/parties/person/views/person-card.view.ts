import {
  anId,
  aTerritoryPath,
  closed,
  closedFieldsOf,
  id,
  instant,
  kept,
  list,
  named,
  optional,
  ownId,
  part,
  partOf,
  pointer,
  ref,
  rowOf,
  sealed,
  text,
  type Happening,
  type Id,
  type PartData,
  viewOf,
} from '#kernel';
import { z } from 'zod';
import { cut, later, withReturn } from '../deputy.periods.js';
import { personEvents } from '../person.events.js';

const appointment = partOf(
  'Appointment',
  {
    postId: id('post', 'The post.', '岗位编号。'),
    organisation: pointer('The body that the post belongs to.', '所属机构。'),
    from: instant('From this instant on.', '任职时间。'),
    to: optional(instant('Until just before this instant; null while it lasts.', '离任时间。')),
  },
  { en: 'One period in one post.', zh: '一段任职。' },
);

const deputy = partOf(
  'DeputyOfPerson',
  {
    postId: id('post', 'For which post.', '岗位编号。'),
    deputy: pointer('Who stands in.', 'B角。'),
    from: instant('From this instant on.', '起始时间。'),
    to: optional(instant('Until just before this instant; null while it lasts.', '截止时间。')),
  },
  { en: 'Who stands in for somebody in a post.', zh: 'B角。' },
);

const absence = partOf(
  'AbsenceOfPerson',
  {
    postId: id('post', 'From which post.', '岗位编号。'),
    from: instant('From this instant on.', '离岗起始时间。'),
    to: instant('Until just before this instant.', '离岗截止时间。'),
    person: pointer('Who entered it.', '登记人。'),
    reason: closed(sealed(text(1000, 'Why.', '事由。'))),
  },
  { en: 'One period away from a post.', zh: '一次离岗。' },
);

const correction = partOf(
  'CorrectionOfPerson',
  {
    person: pointer('Who put it right.', '更正人。'),
    at: instant('When.', '时间。'),
    reason: closed(sealed(text(1000, 'Why.', '理由。'))),
  },
  { en: 'What was written wrongly, put right.', zh: '更正。' },
);

export const personRow = rowOf('Person', 'An office-holder or worker.', '人员。', {
  id: ownId('The person’s id.', '编号。'),
  name: sealed(text(100, 'The name, kept under a key of its own.', '姓名（单独加密保存）。')),
  nameEn: optional(sealed(text(100, 'The name in English, where it is said.', '英文姓名。'))),
  appointments: list(part(appointment, 'Every period in every post, in order.', '历次任职。')),
  deputies: list(part(deputy, 'Who stands in for them, post by post.', '各岗位的B角。')),
  absences: list(part(absence, 'When they were or will be away.', '历次离岗。')),
  corrections: list(part(correction, 'What was put right, in order.', '历次更正（按先后）。')),
  territoryPath: kept(aTerritoryPath()),
  orgs: kept(z.array(anId('organisation'))),
});

export type PersonCard = PartData<typeof personRow>;
type AppointmentCard = PersonCard['appointments'][number];

/** A person belongs to the bodies of the present appointments, and to the place of the latest one. */
export const personCard = viewOf<PersonCard, typeof personEvents>({
  name: 'person_card',
  version: 5,
  of: personEvents,
  key: (_, { stream }) => stream,
  owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs, register: true }),
  register: true,
  closed: {
    fields: closedFieldsOf(personRow),
    to: ({ id, absences, corrections, territoryPath: territory, orgs }) => ({
      people: [id, ...[...absences, ...corrections].map(({ person }) => person.id)],
      owner: { territory, orgs },
    }),
  },
  subject: { label: ({ name, nameEn }) => named(name, nameEn) },
  on: {
    PersonRegistered: (_, { name, nameEn }, { stream }) => ({
      id: stream,
      name,
      ...(nameEn && { nameEn }),
      appointments: [],
      deputies: [],
      absences: [],
      corrections: [],
      territoryPath: '',
      orgs: [],
    }),
    PostHeld: (card, { postId, orgId, territoryPath, from }) =>
      card && {
        ...card,
        appointments: [...card.appointments, { postId, organisation: ref(orgId), from }],
        territoryPath,
        orgs: [...card.orgs, orgId],
      },
    PostLeft: (card, { postId, to }) => {
      const left = card?.appointments.find((held) => isOpen(held, postId));
      return (
        card && {
          ...card,
          appointments: card.appointments.map((held) => (held === left ? { ...held, to } : held)),
          orgs: without(card.orgs, left?.organisation.id),
        }
      );
    },
    PersonCorrected: (card, { reason, name, nameEn }, at) => {
      if (!card) return undefined;
      const { nameEn: _, ...rest } = putRight(card, reason, at);
      return { ...rest, name, ...(nameEn && { nameEn }) };
    },
    AppointmentCorrected: (card, { postId, was, from, to, reason }, at) =>
      card && {
        ...putRight(card, reason, at),
        appointments: card.appointments.map((held) =>
          held.postId === postId && held.from === was.from ? put(held, from, to) : held,
        ),
      },
    PostEnded: 'ignore',
    DeputyNamed: (card, { postId, deputyId, from: told }, { recordedAt }) => {
      const from = later(told, recordedAt);
      const named = { postId, deputy: ref(deputyId), from };
      return card && { ...card, deputies: [...cut(card.deputies, postId, from), named] };
    },
    DeputyEnded: (card, { postId, to }) => card && { ...card, deputies: [...cut(card.deputies, postId, to)] },
    AbsenceReported: (card, { postId, from, to, reason }, { actorId }) => {
      const away = { postId, from, to, reason, person: ref(actorId) };
      return card && { ...card, absences: [...card.absences, away] };
    },
    AbsenceEnded: (card, end) => card && { ...card, absences: [...withReturn(card.absences, end)] },
  },
});

const putRight = (card: PersonCard, reason: string, { actorId, occurredAt: at }: Happening): PersonCard => ({
  ...card,
  corrections: [...card.corrections, { person: ref(actorId), at, reason }],
});

const isOpen = (held: AppointmentCard, postId: Id<'post'>) => held.postId === postId && held.to === undefined;

/** The period as it is; it ends only where it had an end. */
const put = (held: AppointmentCard, from: string, to = held.to): AppointmentCard => ({
  ...held,
  from,
  ...(held.to !== undefined && { to }),
});

/** Somebody with two posts in a body who leaves one of them still belongs to it. */
const without = (orgs: PersonCard['orgs'], org: Id | undefined): PersonCard['orgs'] =>
  orgs.filter((_, index) => index !== orgs.findIndex((other) => other === org));
