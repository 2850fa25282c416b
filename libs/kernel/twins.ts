import type { Claim, Claimant, ClaimKey } from './claims.js';
import { refused, type Refusal } from './refusal.js';
import type { Id } from './ids.js';
import type { SeenBy } from './owner.js';
import type { Foldable, StateReader } from './reader.js';
import type { Text } from './text.js';

/** The sentence of the refusal below, for every decider whose things may be recorded twice. */
export const TWIN_REFUSALS = {
  POSSIBLE_DUPLICATE: {
    en: 'What is recorded already may be the same: look at it, and name it as another if it is one.',
    zh: '可能与已登记的内容重复：请先查看；确非同一事项的，请在 notDuplicateOf 中写明其编号。',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Words as they are compared: one name has several spellings. */
export const plainly = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

/** A way in which two things of one kind may be the same: where they meet, and whether what stands there now is one. */
export interface Likeness<S> {
  readonly key: ClaimKey;
  readonly holds: (other: S) => boolean;
  /** What must be so beside that, also of one that is only about to be recorded. */
  readonly near?: (other: Claimant<S>) => boolean;
}

/** Whether two keys are of the same words. */
export const isSameKey = (one: ClaimKey | undefined, other: ClaimKey | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * The other things that are alike in one of these ways (F8), of those whom the actor may see. What is about to be recorded, or to be
 * put otherwise, counts as what it will be.
 */
export const alike = async <S>(
  read: StateReader,
  of: Foldable<S>,
  ways: readonly Likeness<S>[],
  own: Id,
): Promise<readonly Id[]> => {
  const met = await Promise.all(
    ways.map(async ({ key, holds, near = () => true }) => {
      const others = await read.claimants(of, key, own);
      return others.filter((other) => near(other) && (other.underWay || holds(other.state)));
    }),
  );
  return [...new Set(met.flat().map(({ by }) => by))].sort();
};

/** What has to be laid claim to, so that one that is alike and comes at the same moment is found. */
export const claimsOn = (ways: readonly Pick<Likeness<never>, 'key'>[], seenBy: SeenBy): readonly Claim[] =>
  ways.map(({ key }) => ({ key, seenBy }));

/** F8: refuses what may be there already, with its ids, unless each of them is named as another. */
export const possibleDuplicate = (
  twins: readonly Id[],
  { notDuplicateOf = [] }: { readonly notDuplicateOf?: readonly Id[] | undefined },
): Refusal<keyof typeof TWIN_REFUSALS> | undefined => {
  const others = twins.filter((one) => !notDuplicateOf.includes(one));
  return others.length > 0 ? { ...refused('POSSIBLE_DUPLICATE', 'notDuplicateOf'), others } : undefined;
};
