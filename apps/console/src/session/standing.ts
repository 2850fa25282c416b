import type { Answer, SignedIn } from '../api/door';
import type { Failure } from '../api/failure';

/** How whoever looks at this page stands at the door. */
export type Standing =
  | { readonly at: 'asking' }
  | { readonly at: 'unreachable'; readonly failure: Failure }
  | { readonly at: 'away' }
  | { readonly at: 'mustChange' }
  | ({ readonly at: 'choosing' } & Pick<SignedIn, 'posts' | 'forOthers'>)
  | { readonly at: 'in'; readonly who: SignedIn };

/** What an answer of the door says about it. */
export const standingOf = (answer: Answer<SignedIn>): Standing => {
  if ('failure' in answer) {
    const { failure } = answer;
    return failure.code === 'UNAUTHENTICATED' ? { at: 'away' } : { at: 'unreachable', failure };
  }
  const who = answer.said;
  if (who.mustChange) return { at: 'mustChange' };
  return who.chosen ? { at: 'in', who } : { at: 'choosing', posts: who.posts, forOthers: who.forOthers };
};

/** Whoever chooses among posts goes on choosing, by the names that were answered now. */
export const inWordsOf = (standing: Standing, answer: Answer<SignedIn>): Standing =>
  standing.at === 'choosing' && 'said' in answer
    ? { ...standing, posts: answer.said.posts, forOthers: answer.said.forOthers }
    : standing;

/** Whether it is the same person in the same post who has come in again: what is on the page is theirs. */
export const isSame = (one: SignedIn, other: SignedIn): boolean =>
  one.personId === other.personId &&
  (['postId', 'orgId', 'onBehalfOf'] as const).every((part) => one.chosen?.[part] === other.chosen?.[part]);
