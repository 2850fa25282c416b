import type { Act, Happening, Occasion } from './occasion.js';
import { refused, type Refusal } from './refusal.js';
import type { Text } from './text.js';

/** An act that others answer, as a state remembers it: its name, when it is said to have been, and when it was recorded. */
export interface Answered extends Pick<Happening, 'occurredAt' | 'recordedAt'> {
  readonly act: Text;
}

/** How far the clocks of honest devices differ. */
export const HONEST_CLOCKS_MINUTES = 2;
export const HONEST_CLOCKS_MS = HONEST_CLOCKS_MINUTES * 60_000;

/** The sentence of the refusal below, for every decider that knows what its commands answer. */
export const ANSWER_REFUSALS = {
  OCCURRED_BEFORE: {
    en: 'It cannot have happened before the act it answers.',
    zh: '发生时间不能早于所回应的事项。',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Remembers an act by its name, so that what answers it is not dated before it. */
export const answered = (act: Text, { occurredAt, recordedAt }: Pick<Act, 'occurredAt' | 'recordedAt'>): Answered => ({
  act,
  occurredAt,
  recordedAt,
});

/** What an act is measured from: it was there when it was recorded, and earlier where it is said to have been earlier. */
const since = ({ occurredAt, recordedAt }: Answered): string => (occurredAt < recordedAt ? occurredAt : recordedAt);

/**
 * Refuses what is dated before an act that it answers, and names the latest such act; undefined when there is nothing against it.
 * What a state does not remember is no bound.
 */
export const beforeAnswered = (
  { occurredAt }: Pick<Occasion, 'occurredAt'>,
  ...acts: readonly (Answered | undefined)[]
): Refusal<'OCCURRED_BEFORE'> | undefined => {
  const [latest] = acts
    .flatMap((one) => (one ? [{ act: one.act, at: since(one) }] : []))
    .sort((one, other) => (one.at < other.at ? 1 : -1));
  if (!latest || Date.parse(occurredAt) >= Date.parse(latest.at) - HONEST_CLOCKS_MS) return undefined;
  return { ...refused('OCCURRED_BEFORE', 'occurredAt'), about: latest };
};
