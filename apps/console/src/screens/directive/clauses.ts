interface Numbered {
  readonly key: string;
  readonly number: string;
}

interface Nested extends Numbered {
  readonly parent: string | null;
}

/** The duties that a clause asks for: by its key, or by its number where no other clause has it (C12). */
export const dutiesOf = <Duty extends { readonly clause: { readonly number: string } | null }>(
  { key, number }: Numbered,
  clauses: readonly Numbered[],
  duties: readonly Duty[],
): readonly Duty[] => {
  const isAlone = number !== '' && clauses.filter((one) => one.number === number).length === 1;
  return duties.filter(({ clause }) => clause?.number === key || (isAlone && clause?.number === number));
};

/** How deep each clause stands under others; a circle of parents is not followed round. */
export const depthsOf = (clauses: readonly Nested[]): ReadonlyMap<string, number> => {
  const byKey = new Map(clauses.map((clause) => [clause.key, clause]));
  const depth = ({ parent }: Nested, seen: readonly string[]): number => {
    const above = parent === null || seen.includes(parent) ? undefined : byKey.get(parent);
    return above ? 1 + depth(above, [...seen, above.key]) : 0;
  };
  return new Map(clauses.map((clause) => [clause.key, depth(clause, [clause.key])]));
};

/** A number as it stands before the words: bare ones, Chinese or Arabic, are set off as such texts do it. */
export const numberBefore = (number: string): string =>
  /^[一二三四五六七八九十百\d]+$/u.test(number) ? `${number}、` : number;
