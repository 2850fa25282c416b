import type { CastPerson } from '#platform/identity';
import { madeBy, type Fields, type Step } from '../step.js';

/** One act on one finding: who, which mutation, when, and what is said besides. */
export type Act = readonly [as: CastPerson, mutation: string, when: string, input: Fields];

/** A finding from its first act on; its steps are called after it. */
export const course = (name: string, [first, ...rest]: readonly [Act, ...Act[]]): readonly Step[] => {
  const step = ([as, mutation, when, input]: Act, index: number): Step => ({
    name: index === 0 ? name : `${name}: ${String(index)} ${mutation}`,
    as,
    mutation,
    at: when,
    input: index === 0 ? input : { id: madeBy(name), ...input },
  });
  return [first, ...rest].map(step);
};
