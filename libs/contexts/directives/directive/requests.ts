import type { Id } from '#kernel';
import type { Adaptation, Content } from '../content/content.schema.js';
import { asksFor } from '../content/tie.words.js';

/** A clause of a parent for which a child asks something of the parent's issuer. */
export interface Requested {
  readonly directiveId: Id<'directive'>;
  readonly clause: string;
}

/** What the parent's issuer said to it last. */
export interface Ruling extends Requested {
  readonly granted: boolean;
}

export const isAbout =
  ({ directiveId, clause }: Requested) =>
  (other: Requested): boolean =>
    other.directiveId === directiveId && other.clause === clause;

/** The last word on it. */
export const rulingOn = (rulings: readonly Ruling[], about: Requested): Ruling | undefined =>
  rulings.find(isAbout(about));

/** The rulings with one more; the later one counts. */
export const ruled = (rulings: readonly Ruling[], one: Ruling): readonly Ruling[] => [
  ...rulings.filter((other) => !isAbout(one)(other)),
  one,
];

/** The place in the clause map of the first request that nobody granted; -1 when there is none. */
export const openRequest = (
  { clauseMap }: Content,
  rulings: readonly Ruling[],
  asking: (how: Adaptation['how']) => boolean = asksFor,
): number => clauseMap.findIndex((entry) => asking(entry.how) && !rulingOn(rulings, entry)?.granted);

const asked = ({ clauseMap, clauses }: Content, about: Requested): string =>
  JSON.stringify(
    clauseMap.filter(isAbout(about)).map((entry) => [entry, clauses.find(({ key }) => key === entry.by)?.due]),
  );

/** A ruling stands only while exactly that is asked for which it ruled on. */
export const stillStanding = (rulings: readonly Ruling[], before: Content, after: Content): readonly Ruling[] =>
  rulings.filter((one) => asked(before, one) === asked(after, one));
