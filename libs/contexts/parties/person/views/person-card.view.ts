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
    PostLeft: (card, { postId, to }, { recordedAt }) =>
      card &&
      changed(card, (one) =>
        one.held.postId === postId && one.held.to === undefined
          ? { held: { ...one.held, to }, isOver: one.isOver || !isAhead(to, recordedAt) }
          : one,
      ),
    PersonCorrected: (card, { reason, name, nameEn }, at) => {
      if (!card) return undefined;
      const { nameEn: _, ...rest } = putRight(card, reason, at);
      return { ...rest, name, ...(nameEn && { nameEn }) };
    },
    AppointmentCorrected: (card, { postId, was, from, to, reason }, at) =>
      card &&
      changed(putRight(card, reason, at), (one) => {
        if (one.held.postId !== postId || one.held.from !== was.from) return one;
        const held = put(one.held, from, to);
        if (held.to === undefined || held.to === one.held.to) return { held, isOver: one.isOver };
        return { held, isOver: !isAhead(held.to, at.recordedAt) };
      }),
    PostEnded: (card, { postId, to }) =>
      card &&
      changed(card, (one) => (one.held.postId === postId && one.held.to === to ? { ...one, isOver: true } : one)),
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

interface Period {
  readonly held: AppointmentCard;
  /** Its end has come; one that is told ahead of time has not (A6). */
  readonly isOver: boolean;
}

/** The same card with each period as this makes of it; they belong to the bodies of those that are not over. */
const changed = (card: PersonCard, change: (one: Period) => Period): PersonCard => {
  const periods = card.appointments.map((held, place) => change({ held, isOver: card.over.includes(place) }));
  return {
    ...card,
    appointments: periods.map(({ held }) => held),
    over: periods.flatMap(({ isOver }, place) => (isOver ? [place] : [])),
    orgs: periods
      .filter(({ isOver }) => !isOver)
      .map(({ held }) => held.organisation.id)
      .filter((id) => isId('organisation', id)),
  };
};

/** The period as it is; it ends only where it had an end. */
const put = (held: AppointmentCard, from: string, to = held.to): AppointmentCard => ({
  ...held,
  from,
  ...(held.to !== undefined && { to }),
});
