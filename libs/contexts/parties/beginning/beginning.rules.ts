import { refused, type Refusal, type Text } from '#kernel';
import type { Dependant } from './beginning.state.js';

export const BEGINNING_REFUSALS = {
  PERIOD_BEGAN_BEFORE: {
    en: 'On record something that rests on it began before then: put that right first.',
    zh: '此前已有以其为前提的登记：请先予更正。',
  },
} as const satisfies Record<string, Text>;

/** How many of those that stand in the way are named: there may be hundreds. */
const TOLD = 20;

/**
 * W1: no beginning is corrected to a moment after that at which something began that cannot be older. What somebody may not see stands
 * in their way, too, and is not told of.
 */
export const beganBefore = (
  validFrom: string | undefined,
  act: Text,
  dependants: readonly Dependant[],
): Refusal<keyof typeof BEGINNING_REFUSALS> | undefined => {
  const before = validFrom === undefined ? [] : dependants.filter(({ from }) => from < validFrom);
  if (before.length === 0) return undefined;
  const seen = before.filter(({ isSeen }) => isSeen).toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const [first] = seen;
  return {
    ...refused('PERIOD_BEGAN_BEFORE', 'validFrom'),
    ...(first && { about: { act, at: first.from }, others: seen.slice(0, TOLD).map(({ id }) => id) }),
  };
};
