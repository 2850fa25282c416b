interface Run {
  readonly from: number;
  readonly to: number;
}
interface Mark extends Run {
  readonly question?: number;
}
interface Asked {
  readonly from: number | null;
  readonly to: number | null;
}

/** A stretch of a text: as it is, or what a question is about, or what nobody can read. */
export interface Stretch {
  readonly at: number;
  readonly words: string;
  readonly question?: number;
  readonly damaged: boolean;
}

/** A text cut where something is to be looked at. What overlaps is shown once, where it begins. */
export const stretchesOf = (text: string, questions: readonly Asked[], damage: readonly Run[]): readonly Stretch[] => {
  const asked = questions.flatMap(({ from, to }, question): Mark[] =>
    from === null || to === null ? [] : [{ from, to, question }],
  );
  const isAsked = (run: Run) => asked.some(({ from, to }) => run.from < to && from < run.to);
  const marks: readonly Mark[] = [...asked, ...damage.filter((run) => !isAsked(run))].toSorted(
    (one, other) => one.from - other.from,
  );
  const found: Stretch[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.from < at) continue;
    if (mark.from > at) found.push({ at, words: text.slice(at, mark.from), damaged: false });
    const damaged = damage.some(({ from, to }) => mark.from < to && from < mark.to);
    const question = mark.question === undefined ? {} : { question: mark.question };
    found.push({ at: mark.from, words: text.slice(mark.from, mark.to), damaged, ...question });
    at = mark.to;
  }
  return at < text.length ? [...found, { at, words: text.slice(at), damaged: false }] : found;
};
