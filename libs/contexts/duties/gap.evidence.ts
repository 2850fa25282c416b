import type { Text } from '#kernel';
import { PARTIES, type GapKind, type Party } from './duty-point.words.js';

/** The rule that every gap is found by. */
export const GAP_RULE = 'A7';

/** What is known of a gap when its reason is told, as far as the reader may know it. */
interface Known {
  readonly kind: GapKind;
  /** The parties that are missing, where single ones are. */
  readonly parties: readonly Party[];
  /** What the bodies that hold the steps beside it are called. */
  readonly neighbours: readonly string[];
  /** What the place is called that answers meanwhile (A8). */
  readonly meanwhile: string | null;
}
type Language = keyof Text;

const EVERY_PARTY = Object.keys(PARTIES.words).length;

/** A party in short: what follows the colon explains it. */
const called = (party: Party, language: Language): string => PARTIES.words[party][language].replace(/:.*/, '');

const listed = (words: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(words);

type Sentences = Readonly<
  Record<
    Language,
    {
      readonly beside: (bodies: string) => string;
      readonly unseen: string;
      readonly nobody: string;
      readonly noneOfFour: string;
      readonly noHolder: (parties: string) => string;
      readonly inactive: (parties: string) => string;
      readonly meanwhile: (place: string) => string;
    }
  >
>;

const SENTENCES: Sentences = {
  zh: {
    beside: (bodies) => `前后两环由${bodies}承担，`,
    unseen: '前后两环分属不同单位，',
    nobody: '这一环无人承担。',
    noneOfFour: '这一环四方均无人。',
    noHolder: (parties) => `${parties}无人。`,
    inactive: (parties) => `${parties}的牵头责任人已失效（离任或机构撤销）。`,
    meanwhile: (place) => `兜底：${place}。`,
  },
  en: {
    beside: (bodies) => `The steps before and after are held by ${bodies}, `,
    unseen: 'The steps before and after are held by different bodies, ',
    nobody: 'this one by nobody.',
    noneOfFour: 'this one by none of the four parties.',
    noHolder: (parties) => `${parties}: nobody.`,
    inactive: (parties) => `${parties}: the lead is gone (left, or dissolved).`,
    meanwhile: (place) => ` Falls to ${place}.`,
  },
};

/** Why there is a gap, in one sentence of what is on record (A7). */
export const evidenceOf = ({ kind, parties, neighbours, meanwhile }: Known, language: Language): string => {
  const say = SENTENCES[language];
  if (kind === 'orphan-step') {
    const beside = neighbours.length > 0 ? say.beside(listed([...new Set(neighbours)], language)) : say.unseen;
    return beside + (parties.length === EVERY_PARTY ? say.noneOfFour : say.nobody);
  }
  const missing = listed(
    parties.map((party) => called(party, language)),
    language,
  );
  const what = kind === 'no-holder' ? say.noHolder(missing) : say.inactive(missing);
  return what + (meanwhile === null ? '' : say.meanwhile(meanwhile));
};
