import type { Period } from '../people/appointments';

/** Somebody in a post, for a time. */
export interface Holder extends Period {
  readonly id: string;
  readonly name: string;
}

interface Appointed {
  readonly id: string;
  readonly name: string;
  readonly appointments: readonly (Period & { readonly postId: string })[];
}

/** Who holds or held a post, the latest first. */
export const holdersOf = (postId: string, people: readonly Appointed[]): readonly Holder[] =>
  people
    .flatMap(({ id, name, appointments }) =>
      appointments.filter((one) => one.postId === postId).map(({ from, to }) => ({ id, name, from, to })),
    )
    .toSorted((one, other) => Date.parse(other.from) - Date.parse(one.from));
