import { barBesideOf, barOf, barredBeside, barredBy, doersOf, refused, type KnownReader } from '#kernel';
import type { DeputyRefusal } from './deputy.refusals.js';
import { isPresent, type PersonState } from './person.state.js';

type Code = DeputyRefusal | 'POST_NOT_HELD';

const bar = barOf<PersonState, Code>();
const barBeside = barBesideOf<PersonState, Code>();

/** Whether somebody asks about their own record. */
interface Theirs {
  readonly isOwn: boolean;
}

const theirs: KnownReader<PersonState, Theirs> = (_, { stream }, on) =>
  Promise.resolve({ isOwn: doersOf(on).some((doer) => doer === stream) });

/** Whoever acts in somebody's name neither lengthens the time in which they do, nor says who does it after them. */
const inPerson = bar('relation', { en: 'in person', zh: '本人办理' }, (_, { onBehalfOf }) =>
  onBehalfOf === undefined ? undefined : 'IN_PERSON',
);

const aboutThemselves = barBeside<Theirs>('relation', { en: 'about themselves', zh: '本人' }, (_, __, { isOwn }) =>
  isOwn ? undefined : 'NOT_THE_ABSENT_ONE',
);

/** What holds for everybody who goes holds for the head, too. */
const aboutAnother = barBeside<Theirs>('relation', { en: 'about another', zh: '他人' }, (_, __, { isOwn }) =>
  isOwn ? 'OWN_ABSENCE' : undefined,
);

const inAPost = bar('stage', { en: 'while they hold a post', zh: '现任职务' }, ({ appointments }) =>
  appointments.some(isPresent) ? undefined : refused('POST_NOT_HELD', 'postId'),
);

const withDeputy = bar('stage', { en: 'while a deputy is named', zh: '已指定B角' }, ({ deputies }, { occurredAt }) =>
  deputies.some(({ to }) => to === undefined || occurredAt < to) ? undefined : refused('NO_DEPUTY', 'postId'),
);

const away = bar('stage', { en: 'while they are or will be away', zh: '已报离岗且未结束' }, (state, { occurredAt }) =>
  state.absences.some(({ to }) => occurredAt < to) ? undefined : refused('NOT_ABSENT', 'since'),
);

const beside = barredBeside<PersonState, Code, Theirs>;

/** What stands in the way of saying who stands in for whom, and who is away. */
export const deputyBars = {
  NameDeputy: barredBy<PersonState, Code>(inPerson, inAPost),
  EndDeputy: barredBy<PersonState, Code>(inPerson, withDeputy),
  ReportAbsence: beside(theirs, inPerson, inAPost, aboutThemselves),
  ReportReturn: beside(theirs, inPerson, away, aboutThemselves),
  EnterAbsence: beside(theirs, inPerson, inAPost, aboutAnother),
  EnterReturn: beside(theirs, inPerson, away, aboutAnother),
};
