import type { Happening } from '#kernel';
import type { FindingData, FindingEvent } from '../finding.events.js';
import { everyPart, partsAfter } from '../finding.parts.js';

/** Who has had which part in a finding after one more fact, as lists look it up. */
export const partsIn = <T extends FindingEvent['type']>(
  before: readonly string[],
  fact: { readonly type: T; readonly data: FindingData<T> },
  at: Happening,
): string[] => {
  const now = partsAfter({}, fact, at);
  return [...new Set([...before, ...everyPart.flatMap((part) => (now[part] ?? []).map((who) => `${part} ${who}`))])];
};
