import { ownDays, type OwnDay } from './own-day.js';
import { namedDays, type PlacedDay, type StatedDay } from './stated-day.js';

/** What a person must say about the date: the year alone, which of several days it is, or the whole day. */
export interface DateQuestion {
  readonly asks: 'year' | 'which' | 'day';
  /** The days that the text names and that may be meant, in its order. */
  readonly candidates: readonly PlacedDay[];
}

/** The notice's own day, as far as its text gives one, and what is to be asked. */
export interface NoticeDate {
  readonly own: OwnDay | undefined;
  readonly question: DateQuestion | undefined;
}

/** The signature's date is the notice's; a head's label says when a page or a meeting was; a news item opens with its day. */
const RANK = { dateLine: 0, dateline: 1, label: 2, opening: 3 } as const;

const same = (a: StatedDay, b: StatedDay): boolean =>
  a.month === b.month && a.day === b.day && (a.year === b.year || a.year === null || b.year === null);

/** Of one day named twice, the one with its year. */
const fullest = (days: readonly OwnDay[]): OwnDay | undefined =>
  days.find(({ stated }) => stated.year !== null) ?? days[0];

const chosen = (days: readonly OwnDay[]): readonly OwnDay[] => {
  const best = Math.min(...days.map(({ shown }) => RANK[shown]));
  const first = days.filter(({ shown }) => RANK[shown] === best);
  const [lead] = first;
  return first.every(({ stated }) => lead && same(lead.stated, stated))
    ? days.filter(({ stated }) => lead && same(lead.stated, stated))
    : first;
};

/**
 * The day of a normalised notice: a date line near its head or end, a dateline, a label, or the day it opens with. A day that it only
 * cites is never taken: it becomes a candidate of a question, as does one of several days that differ.
 */
export const noticeDate = (text: string): NoticeDate => {
  const days = ownDays(text);
  if (days.length === 0) return { own: undefined, question: { asks: 'day', candidates: namedDays(text) } };
  const meant = chosen(days);
  const own = fullest(meant);
  if (meant.some(({ stated }) => own && !same(own.stated, stated)))
    return { own: undefined, question: { asks: 'which', candidates: meant } };
  return { own, question: own?.stated.year === null ? { asks: 'year', candidates: [own] } : undefined };
};

/** The notice's own day, or undefined where only a person can say it. */
export const statedDay = (text: string): StatedDay | undefined => noticeDate(text).own?.stated;
