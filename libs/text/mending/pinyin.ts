const INITIALS = 'b p m f d t n l g k h j q x zh ch sh r z c s y w'.split(' ');
const FINALS = (
  'a o e i u ü ai ei ui ao ou iu ie üe ue er an en in un ün ang eng ing ong ' +
  'ia iao ian iang iong ua uo uai uan uang ueng üan'
).split(' ');
const SYLLABLE = new RegExp(`^(?:${INITIALS.join('|')})?(?:${FINALS.join('|')})$`);
/** Macron, acute, caron, grave, once a vowel is taken apart from its mark; the two dots of ü are not among them. */
const TONES = /[\u0300\u0301\u0304\u030c]/g;

/** The letters a reading may be written in, tone marks included, for use inside a character class. */
export const PINYIN_LETTERS = 'a-zàáèéìíòóùúüāēěīńňōūǎǐǒǔǖǘǚǜǹḿ\\u0300\\u0301\\u0304\\u0308\\u030c';

/** Whether these letters are one syllable of Hanyu Pinyin, with or without tone mark: `zhǔn`, `men`. */
export const isSyllable = (letters: string): boolean =>
  SYLLABLE.test(letters.normalize('NFD').replace(TONES, '').normalize('NFC'));
