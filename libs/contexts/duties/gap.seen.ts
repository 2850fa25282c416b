import type { Id, PartData, Ref, Text } from '#kernel';
import type { GapKind, Party } from './duty-point.words.js';
import { evidenceOf } from './gap.evidence.js';
import { suggestionFor, type gapSuggestion } from './gap.suggestion.js';

/** A gap, or all of one duty point. */
export interface GapShown {
  readonly kind: GapKind;
  readonly between: readonly { readonly dutyPoint: Ref; readonly organisation: Ref }[];
  readonly provisionalHolder: Ref;
}

/** What something is called, as far as one reader may know it, in the language that they read. */
export type Seen = (id: Id) => Promise<string | null>;

/** The neighbours as far as the reader may see them: who holds a step is for those who may see the step. */
export const neighboursSeen = async ({ between }: GapShown, seen: Seen): Promise<GapShown['between']> => {
  const called = await Promise.all(between.map(({ dutyPoint }) => seen(dutyPoint.id)));
  return between.filter((_, index) => called[index] !== null);
};

/** What would close a gap, by what the reader may see. */
export const suggestionSeen = async (gap: GapShown, seen: Seen): Promise<PartData<typeof gapSuggestion>> =>
  suggestionFor({ ...gap, between: await neighboursSeen(gap, seen) });

/** Why it is a gap, by what the reader may see. */
export const evidenceSeen = async (
  gap: GapShown,
  parties: readonly Party[],
  seen: Seen,
  language: keyof Text,
): Promise<string> => {
  const [steps, bodies, meanwhile] = await Promise.all([
    Promise.all(gap.between.map(({ dutyPoint }) => seen(dutyPoint.id))),
    Promise.all(gap.between.map(({ organisation }) => seen(organisation.id))),
    seen(gap.provisionalHolder.id),
  ]);
  const neighbours = bodies.flatMap((body, place) => (steps[place] === null ? [] : (body ?? [])));
  return evidenceOf({ kind: gap.kind, parties, neighbours, meanwhile }, language);
};
