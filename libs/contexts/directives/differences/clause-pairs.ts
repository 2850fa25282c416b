/** What is compared of a clause. */
interface Worded {
  readonly key: string;
  readonly text: string;
  readonly heading: boolean;
}

/** What a clause map says about one clause of the parent. */
interface Mapped {
  readonly clause: string;
  readonly by?: string | undefined;
}

/** A clause of a parent beside the one that carries it on; one of them is missing where it was left out, or added. */
export interface Pair<C, M> {
  readonly id: string;
  readonly theirs?: C;
  readonly own?: C;
  /** What the clause map says about it. */
  readonly entry?: M;
}

const pair = <C extends Worded, M>(theirs: C | undefined, own: C | undefined, entry?: M): Pair<C, M> => ({
  // No key holds a colon.
  id: `${theirs?.key ?? ''}:${own?.key ?? ''}`,
  ...(theirs && { theirs }),
  ...(own && { own }),
  ...(entry && { entry }),
});

/**
 * The clauses of a parent in its order, each with what a child made of it by its clause map, then what the child has besides. Nobody
 * maps a heading: it is carried on by one of the same words.
 */
export const pairsOf = <C extends Worded, M extends Mapped>(
  theirs: readonly C[],
  own: readonly C[],
  map: readonly M[],
): readonly Pair<C, M>[] => {
  const carried = theirs.flatMap((clause) => {
    if (clause.heading) return [pair<C, M>(clause, headingLike(own, clause))];
    const entries = map.filter((entry) => entry.clause === clause.key);
    const found = entries.map((entry) =>
      pair(clause, entry.by === undefined ? undefined : keyed(own, entry.by), entry),
    );
    return found.length > 0 ? found : [pair<C, M>(clause, undefined)];
  });
  const taken = new Set(carried.flatMap((one) => one.own?.key ?? []));
  const added = own.filter(({ key }) => !taken.has(key)).map((clause) => pair<C, M>(undefined, clause));
  // One clause may be mapped to another twice.
  return [...new Map([...carried, ...added].map((one) => [one.id, one])).values()];
};

const keyed = <C extends Worded>(clauses: readonly C[], key: string): C | undefined =>
  clauses.find((one) => one.key === key);

const headingLike = <C extends Worded>(clauses: readonly C[], { text }: C): C | undefined =>
  clauses.find((one) => one.heading && one.text === text);
