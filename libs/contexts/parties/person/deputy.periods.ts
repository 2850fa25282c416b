import type { DataOf, Id } from '#kernel';
import type { PersonEvent } from './person.events.js';

/** Who stands in for whoever holds a post, from when until when; `to` is missing while it lasts. */
export interface Deputyship {
  readonly postId: Id<'post'>;
  readonly deputyId: Id<'person'>;
  /** Not before it was recorded: nobody could have acted for somebody since yesterday because it is written today. */
  readonly from: string;
  readonly to?: string;
}

/** One period away from one post. */
export interface Absence {
  readonly postId: Id<'post'>;
  readonly from: string;
  readonly to: string;
}

/** A period for a post that may last. */
interface Lasting {
  readonly postId: Id<'post'>;
  readonly from: string;
  readonly to?: string | undefined;
}

/** The later of two moments. */
export const later = (one: string, other: string): string => (one < other ? other : one);

/** The same, but that nobody stands in for this post any more from a moment on. */
export const cut = <D extends Lasting>(named: readonly D[], postId: Id<'post'>, at: string): readonly D[] =>
  named
    .filter((one) => one.postId !== postId || one.from < at)
    .map((one) => (one.postId === postId && (one.to === undefined || at < one.to) ? { ...one, to: at } : one));

/** Naming another replaces whoever was named. */
export const withNamed = (
  before: readonly Deputyship[],
  { postId, deputyId, from: told }: DataOf<PersonEvent, 'DeputyNamed'>,
  recordedAt: string,
): readonly Deputyship[] => {
  const from = later(told, recordedAt);
  return [...cut(before, postId, from), { postId, deputyId, from }];
};

export const withoutDeputy = (
  before: readonly Deputyship[],
  { postId, to }: DataOf<PersonEvent, 'DeputyEnded'>,
): readonly Deputyship[] => cut(before, postId, to);

/** An absence that ends before it has begun never was. */
export const withReturn = <A extends Absence>(
  before: readonly A[],
  { postId, from, to }: DataOf<PersonEvent, 'AbsenceEnded'>,
): readonly A[] =>
  before.flatMap((away) => {
    if (away.postId !== postId || away.from !== from) return [away];
    return from < to ? [{ ...away, to }] : [];
  });
