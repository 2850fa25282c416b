import { partOf, pointer, word, type PartData, type Ref, type WordOf } from '#kernel';
import { GAP_ACTIONS, type GapKind } from './duty-point.words.js';

export const gapSuggestion = partOf(
  'GapSuggestion',
  {
    action: word(GAP_ACTIONS, 'What would close it.', '建议的办法。'),
    by: pointer('Which body or place.', '由哪个机构或属地办理。'),
  },
  { en: 'What would close a gap. It is a suggestion: somebody decides.', zh: '补位建议，供有权者裁定。' },
);

/** What is known of a gap when something is suggested: the neighbours, as far as the reader may see them. */
interface Known {
  readonly kind: GapKind;
  readonly between: readonly { readonly organisation: Ref }[];
  readonly provisionalHolder: Ref;
}

const OF_THE_PLACE = {
  'no-holder': 'name-lead',
  'orphan-step': 'name-lead',
  'holder-inactive': 'name-successor',
} as const satisfies Readonly<Record<GapKind, WordOf<typeof GAP_ACTIONS>>>;

/** What would close a gap (A7): the body beside it, the one before first; where there is none, the place that answers meanwhile (A8). */
export const suggestionFor = ({ kind, between, provisionalHolder }: Known): PartData<typeof gapSuggestion> => {
  const [neighbour] = kind === 'orphan-step' ? between : [];
  return neighbour
    ? { action: 'extend-neighbour', by: neighbour.organisation }
    : { action: OF_THE_PLACE[kind], by: provisionalHolder };
};
