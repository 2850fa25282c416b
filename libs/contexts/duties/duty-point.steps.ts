import type { Id, Ref } from '#kernel';

/** More steps than any chain of work has: what is longer is not gone through. */
export const MOST_STEPS = 100;

/** A step, and those beside it. */
export interface Linked {
  readonly id: Id;
  readonly previous?: Ref | undefined;
  readonly next?: Ref | undefined;
}

type Look = (id: Id) => Promise<Linked | null>;
type Side = 'previous' | 'next';

/** The steps on one side, the nearest first; those of a ring once. */
const beyond = async (from: Linked, side: Side, look: Look): Promise<readonly Id[]> => {
  const passed = new Set<Id>([from.id]);
  for (let at: Linked | null = from; at && passed.size <= MOST_STEPS;) {
    const beside: Id | undefined = at[side]?.id;
    if (beside === undefined || passed.has(beside)) break;
    passed.add(beside);
    at = await look(beside);
  }
  return [...passed].slice(1);
};

/** A ring has no first step: it is counted from the one with the smallest id. */
const inRing = (steps: readonly Id[]) => {
  const first = steps.reduce((one, other) => (one < other ? one : other));
  return { id: first, at: ((steps.length - steps.indexOf(first)) % steps.length) + 1, of: steps.length };
};

/** Where a step stands among those before and after it; undefined where it is linked to none, or to more than are gone through. */
export const chainOf = async (step: Linked, look: Look) => {
  const [before, after] = await Promise.all([beyond(step, 'previous', look), beyond(step, 'next', look)]);
  const all = new Set([...before, step.id, ...after]);
  if (all.size === 1 || all.size > MOST_STEPS) return undefined;
  const isRing = before.length === all.size - 1 && after.length === before.length;
  if (isRing) return inRing([step.id, ...after]);
  return { id: before.at(-1) ?? step.id, at: before.length + 1, of: all.size };
};
