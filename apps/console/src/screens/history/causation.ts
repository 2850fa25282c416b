interface Caused {
  readonly position: string;
  readonly causedBy: { readonly position: string } | null;
}

/** An event, and how far it is from the act that began its chain. */
export interface Led<E> {
  readonly entry: E;
  readonly depth: number;
}

/** Each act with what followed from it below it, in the order of the log. */
export const byCause = <E extends Caused>(entries: readonly E[]): readonly Led<E>[] => {
  const there = new Set(entries.map(({ position }) => position));
  const effects = new Map<string, E[]>();
  const acts: E[] = [];
  for (const entry of entries) {
    const cause = entry.causedBy?.position;
    if (cause === undefined || !there.has(cause)) acts.push(entry);
    else effects.set(cause, [...(effects.get(cause) ?? []), entry]);
  }
  const below = (entry: E, depth: number): readonly Led<E>[] => [
    { entry, depth },
    ...(effects.get(entry.position) ?? []).flatMap((effect) => below(effect, depth + 1)),
  ];
  return acts.flatMap((act) => below(act, 0));
};
