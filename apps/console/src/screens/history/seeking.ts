import { markOf, phaseOf, type EventMark, type Phase } from './kinds';
import type { Entry } from './query';

/** What of an event is looked at here. */
export type Sought = Pick<Entry, 'name' | 'title' | 'summary' | 'reason' | 'recordedAt' | 'lateEntry' | 'data'> & {
  readonly actor: { readonly person: Entry['actor']['person']; readonly organisation: Entry['actor']['organisation'] };
};

/** What is worth a look. */
export const WORTH = ['late', 'gap', 'back', 'hold'] as const;
export type Worth = (typeof WORTH)[number];

/** By what the rows are narrowed. */
export interface Narrowing {
  readonly phases: readonly string[];
  readonly people: readonly string[];
  readonly worth: readonly string[];
  readonly text: string;
}

interface Term {
  readonly isNot: boolean;
  readonly kind: string;
  readonly value: string;
}

const TERM = /(-?)(?:(actor|type|unit|before|after):)?(?:"([^"]*)"|(\S+))/gu;

/** Reads what was typed: words, `actor:` `unit:` `type:` `before:` `after:`, quotes, and a minus for what is not wanted. */
export const termsIn = (text: string): readonly Term[] =>
  [...text.matchAll(TERM)].map(([, minus, kind = '', quoted, plain]) => ({
    isNot: minus === '-',
    kind,
    value: (quoted ?? plain ?? '').toLowerCase(),
  }));

const holds = (text: string | null | undefined, value: string): boolean => (text ?? '').toLowerCase().includes(value);

const MEANS: Readonly<Record<string, (entry: Sought, value: string) => boolean>> = {
  actor: ({ actor }, value) => holds(actor.person.label, value),
  unit: ({ actor }, value) => holds(actor.organisation?.label, value),
  type: ({ name, title }, value) => holds(name, value) || holds(title, value),
  // Days are those of Beijing.
  before: ({ recordedAt }, value) => Date.parse(recordedAt) < Date.parse(`${value}T00:00:00+08:00`),
  after: ({ recordedAt }, value) => Date.parse(recordedAt) >= Date.parse(`${value}T00:00:00+08:00`),
};
const anywhere = ({ title, summary, reason, actor, data }: Sought, value: string): boolean =>
  [title, summary, reason, actor.person.label, JSON.stringify(data)].some((text) => holds(text, value));

const meets = (entry: Sought, { isNot, kind, value }: Term): boolean =>
  (MEANS[kind] ?? anywhere)(entry, value) !== isNot;

/** Whether an event is worth a look for this. */
export const isWorth = (entry: Pick<Sought, 'name' | 'lateEntry'>, worth: Worth): boolean => {
  const mark: EventMark | undefined = markOf(entry);
  return worth === 'late' ? entry.lateEntry : mark === worth;
};

const isIn = (value: string, chosen: readonly string[]): boolean => chosen.length === 0 || chosen.includes(value);

/** The events that are asked for, in their order. */
export const narrowed = <E extends Sought>(entries: readonly E[], by: Narrowing): readonly E[] => {
  const terms = termsIn(by.text);
  const worth = WORTH.filter((one) => by.worth.includes(one));
  return entries.filter(
    (entry) =>
      isIn(phaseOf(entry), by.phases) &&
      isIn(entry.actor.person.id, by.people) &&
      (worth.length === 0 || worth.some((one) => isWorth(entry, one))) &&
      terms.every((term) => meets(entry, term)),
  );
};

/** How many events there are of each phase, person and kind that is worth a look. */
export const countsOf = (entries: readonly Sought[]) => {
  const phases = new Map<Phase, number>();
  const people = new Map<string, { readonly label: string; readonly count: number }>();
  for (const entry of entries) {
    const { id, label } = entry.actor.person;
    phases.set(phaseOf(entry), (phases.get(phaseOf(entry)) ?? 0) + 1);
    people.set(id, { label: label ?? '', count: (people.get(id)?.count ?? 0) + 1 });
  }
  const worth = WORTH.map((one) => [one, entries.filter((entry) => isWorth(entry, one)).length] as const);
  return { phases, people, worth };
};
