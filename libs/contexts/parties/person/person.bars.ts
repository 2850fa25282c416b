import { barBesideOf, barOf, barredBeside, doersOf, refused, type KnownReader } from '#kernel';
import { stays } from '../staying.js';
import { deputyBars } from './deputy.bars.js';
import type { PersonRefusal } from './person.refusals.js';
import type { PersonState } from './person.state.js';

const bar = barOf<PersonState, PersonRefusal>();
const barBeside = barBesideOf<PersonState, PersonRefusal>();

/** Whether somebody asks about their own record. */
export interface Whose {
  readonly isOwn: boolean;
  /** Whether whoever asks stays in their own post. */
  readonly stays: boolean;
}

const whose: KnownReader<PersonState, Whose> = async (read, { stream, now }, on) => ({
  isOwn: doersOf(on).some((doer) => doer === stream),
  stays: await stays(read, { ...on, now }),
});

/** SD5: only administrators end appointments; one who could end their own might be the last. */
const notTheirOwn = barBeside<Whose>('recusal', { en: 'not about themselves', zh: '非本人任职' }, (_, __, { isOwn }) =>
  isOwn ? 'OWN_POST' : undefined,
);

/** SD5: two who go on a day that is known could take away everybody else before. */
const byWhoStays = barBeside<Whose>(
  'recusal',
  { en: 'by who stays in their own post', zh: '办理人本人留任' },
  (_, __, { stays: isStaying }) => (isStaying ? undefined : 'OWN_END_AHEAD'),
);

/** SD4: a post may come with grants; the first one of all is taken where nobody is in one yet. */
const notTheirOwnNextOne = barBeside<Whose>(
  'recusal',
  { en: 'not for themselves, but the first post', zh: '非本人任职（首个岗位除外）' },
  ({ appointments }, _, { isOwn }) => (isOwn && appointments.length > 0 ? 'OWN_POST' : undefined),
);

const withoutEnd = bar(
  'stage',
  { en: 'while they hold a post without an end', zh: '现任职务（未登记离任）' },
  ({ appointments }) =>
    appointments.some(({ to }) => to === undefined) ? undefined : refused('POST_NOT_HELD', 'postId'),
);

const everInAPost = bar('stage', { en: 'once they held a post', zh: '有任职记录' }, ({ appointments }) =>
  appointments.length > 0 ? undefined : refused('POST_NOT_HELD', 'postId'),
);

/** What stands in the way of appointing, and of what is said of an appointment. */
export const personBars = {
  HoldPost: barredBeside<PersonState, PersonRefusal, Whose>(whose, notTheirOwnNextOne),
  LeavePost: barredBeside<PersonState, PersonRefusal, Whose>(whose, notTheirOwn, byWhoStays, withoutEnd),
  CorrectAppointment: barredBeside<PersonState, PersonRefusal, Whose>(whose, notTheirOwn, byWhoStays, everInAPost),
  ...deputyBars,
};
