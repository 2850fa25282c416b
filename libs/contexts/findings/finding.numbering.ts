import { claiming, happened, refused } from '#kernel';
import { numberKey } from './finding.number.js';
import type { Rule } from './finding.rules.js';
import { ownerOf } from './finding.stakes.js';
import type { FindingState } from './finding.state.js';

/** A finding is given one number, once; one that no body recorded has none. */
const number: Rule<'NumberFinding', FindingState> = (_, state, __, free) => {
  if (state.is === 'new') return refused('NOT_RECORDED');
  if (state.number !== undefined || !free) return happened();
  const { year, number: given } = free;
  return claiming(happened({ type: 'FindingNumbered' as const, data: { year, number: given } }), [
    { key: numberKey(free, given), seenBy: ownerOf(state.stakes) },
  ]);
};

/** The rule by which a finding is numbered. */
export const numbering = { NumberFinding: number };
