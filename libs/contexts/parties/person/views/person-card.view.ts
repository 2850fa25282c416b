import { closedFieldsOf, isId, named, ref, viewOf, type Happening } from '#kernel';
import { cut, later, withReturn } from '../deputy.periods.js';
import { personEvents } from '../person.events.js';
import { isAhead } from '../person.state.js';
import { personRow, type AppointmentCard, type PersonCard } from './person-card.row.js';

/** A person belongs to the bodies of the present appointments, and to the place of the latest one. */
export const personCard = viewOf<PersonCard, typeof personEvents>({
  name: 'person_card',
  version: 6,
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
      over: [],
    }),
    PostHeld: (card, { postId, orgId, territoryPath, from }) =>
      card && {
        ...card,
        appointments: [...card.appointments, { postId, organisation: ref(orgId), from }],
        territoryPath,
        orgs: [...card.orgs, orgId],
      },
    PostLeft: (card, { postId, to }, { recordedAt }) => {
      if (!card) return undefined;
      const left = card.appointments.find((held) => held.postId === postId && held.to === undefined);
      const appointments = card.appointments.map((held) => (held === left ? { ...held, to } : held));
      return ending({ ...card, appointments }, { postId, to }, recordedAt);
    },
    PersonCorrected: (card, { reason, name, nameEn }, at) => {
      if (!card) return undefined;
      const { nameEn: _, ...rest } = putRight(card, reason, at);
      return { ...rest, name, ...(nameEn && { nameEn }) };
    },
    AppointmentCorrected: (card, { postId, was, from, to, reason }, at) => {
      if (!card) return undefined;
      const held = card.appointments.find((one) => one.postId === postId && one.from === was.from);
      if (!held) return putRight(card, reason, at);
      const appointments = card.appointments.map((one) => (one === held ? put(held, from, to) : one));
      const right = { ...putRight(card, reason, at), appointments };
      const isMoved = held.to !== undefined && to !== undefined && to !== held.to;
      return isMoved
        ? ending({ ...right, over: card.over.filter(isOther(held)) }, { postId, to }, at.recordedAt)
        : right;
    },
    PostEnded: (card, end) => card && over(card, end),
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

type End = PersonCard['over'][number];

const isOther =
  ({ postId, to }: Pick<AppointmentCard, 'postId' | 'to'>) =>
  (end: End): boolean =>
    end.postId !== postId || end.to !== to;

/** The bodies of the present appointments; an end that is told ahead of time has not come (A6). */
const belonging = (card: PersonCard): PersonCard => ({
  ...card,
  orgs: card.appointments
    .filter((held) => card.over.every(isOther(held)))
    .map(({ organisation }) => organisation.id)
    .filter((id) => isId('organisation', id)),
});

const over = (card: PersonCard, { postId, to }: End): PersonCard =>
  belonging({ ...card, over: [...card.over.filter(isOther({ postId, to })), { postId, to }] });

/** An end as it was told: it has come, or it comes. */
const ending = (card: PersonCard, end: End, recordedAt: string): PersonCard =>
  isAhead(end.to, recordedAt) ? belonging(card) : over(card, end);

/** The period as it is; it ends only where it had an end. */
const put = (held: AppointmentCard, from: string, to = held.to): AppointmentCard => ({
  ...held,
  from,
  ...(held.to !== undefined && { to }),
});
