import { ref, type Id } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { chainOf, MOST_STEPS, type Linked } from './duty-point.steps.js';

const step = (n: number): Id<'dutyPoint'> => `dutyPoint-${String(n).padStart(4, '0')}`;

/** So many steps, each linked to the one after it; in a ring, the last one to the first. */
const linked = (many: number, isRing = false): Map<Id, Linked> => {
  const at = (n: number) => (isRing ? (n + many) % many : n);
  const ids = Array.from({ length: many }, (_, n) => step(n));
  const beside = (n: number) => ids[at(n)];
  return new Map(
    ids.map((id, n) => {
      const [previous, next] = [beside(n - 1), beside(n + 1)];
      return [id, { id, ...(previous && { previous: ref(previous) }), ...(next && { next: ref(next) }) }];
    }),
  );
};

const positions = (steps: Map<Id, Linked>) =>
  Promise.all([...steps.values()].map((one) => chainOf(one, (id) => Promise.resolve(steps.get(id) ?? null))));

describe('where a step stands in its chain', () => {
  it('is counted from the first step on, and all say the same chain', async () => {
    const id = step(0);
    expect(await positions(linked(3))).toEqual([1, 2, 3].map((at) => ({ id, at, of: 3 })));
  });

  it('is nowhere for a step that is linked to none', async () => {
    expect(await positions(linked(1))).toEqual([undefined]);
  });

  it('is counted from one and the same step in a ring', async () => {
    const id = step(0);
    expect(await positions(linked(4, true))).toEqual([1, 2, 3, 4].map((at) => ({ id, at, of: 4 })));
    expect(await positions(linked(2, true))).toEqual([1, 2].map((at) => ({ id, at, of: 2 })));
  });

  it('is not told of more steps than are gone through', async () => {
    const whole = await positions(linked(MOST_STEPS));
    expect(whole.at(-1)).toEqual({ id: step(0), at: MOST_STEPS, of: MOST_STEPS });
    expect(new Set(await positions(linked(MOST_STEPS + 1)))).toEqual(new Set([undefined]));
    expect(new Set(await positions(linked(3 * MOST_STEPS, true)))).toEqual(new Set([undefined]));
  });

  it('counts a step that is linked and not to be found as the end', async () => {
    const lone = { id: step(1), next: ref(step(2)) };
    expect(await chainOf(lone, () => Promise.resolve(null))).toEqual({ id: step(1), at: 1, of: 2 });
  });
});
