const DIGITS = '〇一二三四五六七八九';

/** The value of a numeral as dates and counts have it: `12`, `三`, `十七`, `三十一`, `二〇二二`. */
export const valueOf = (numeral: string): number => {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const plain = numeral.replace(/[零○OＯ0]/g, '〇').replace(/两/g, '二');
  const [tens, ones, ...rest] = plain.split('十');
  if (tens === undefined || rest.length > 0) return NaN;
  const digits = (text: string) => Number([...text].map((char) => DIGITS.indexOf(char)).join(''));
  if (ones === undefined) return digits(tens);
  return (tens === '' ? 1 : digits(tens)) * 10 + (ones === '' ? 0 : digits(ones));
};
