import type { FoundDocument } from '#contexts/imports';
import type { Content } from '../content/content.schema.js';

type Count = FoundDocument['declared'][number];
type Declared = Content['declared'][number];

/** Under which clause the points stand that a count announces; undefined where they share their place with others. */
const placeOf = ({ from, captured }: Count, { clauses }: FoundDocument): { parent: number | null } | undefined => {
  const first = clauses.find((clause) => clause.number !== '' && clause.from >= from);
  if (!first) return undefined;
  const { parent } = first;
  return clauses.filter((clause) => clause.parent === parent).length === captured ? { parent } : undefined;
};

const isSame = (one: Declared) => (other: Declared) => one.under === other.under && one.count === other.count;

/**
 * D9: what the document itself says there is, under the clauses that are taken. A count whose points share their place with others
 * cannot be held against the clauses of a directive; the import shows it beside what was found.
 */
export const declaredIn = (
  document: FoundDocument,
  keyOf: (order: number) => string,
  isTaken: (order: number) => boolean,
): Declared[] =>
  document.declared
    .flatMap((count): Declared[] => {
      const place = count.declared > 0 ? placeOf(count, document) : undefined;
      if (!place) return [];
      if (place.parent === null) return [{ count: count.declared }];
      return isTaken(place.parent) ? [{ under: keyOf(place.parent), count: count.declared }] : [];
    })
    .filter((one, index, all) => all.findIndex(isSame(one)) === index);
