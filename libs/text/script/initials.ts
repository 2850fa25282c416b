import { searchForm } from './search-form.js';

/** The first character of each letter in the order of readings, and the letter. No reading begins with i, u or v. */
const FIRSTS = [...'阿八嚓哒妸发旮哈讥咔垃妈拏哦妑七呥扨它穵夕丫帀'].map(
  (first, at) => ({ first, letter: 'abcdefghjklmnopqrstwxyz'.charAt(at) }) as const,
);
const byReading = new Intl.Collator('zh-Hans-u-co-pinyin');

/** Characters that names read otherwise than the dictionary does first: 重庆, 长春, 厦门, 单县, 曾, 解, 仇, 查, 乐, 尉犁, 藏, 朝阳, 翟, 覃, 东阿, 铅山. */
const ALSO: Readonly<Record<string, string>> = {
  ...{ 重: 'cz', 长: 'cz', 厦: 'xs', 单: 'sd', 曾: 'zc', 解: 'xj', 仇: 'qc', 查: 'zc', 乐: 'ly', 尉: 'yw' },
  ...{ 藏: 'zc', 朝: 'cz', 翟: 'zd', 覃: 'qt', 阿: 'ea', 铅: 'yq', 传: 'cz', 行: 'hx', 会: 'hk', 区: 'qo', 种: 'cz' },
};

/** More ways to read one name than these are not told apart. */
const MOST = 16;

const known = new Map<string, string>();

const letterOf = (char: string): string =>
  FIRSTS.findLast(({ first }) => byReading.compare(first, char) <= 0)?.letter ?? char;

/** The letters that a character may begin with; whatever is not Chinese stands for itself. */
const lettersOf = (char: string): string => {
  const before = known.get(char);
  if (before !== undefined) return before;
  const letters = ALSO[char] ?? (/\p{Script=Han}/u.test(char) ? letterOf(char) : char);
  known.set(char, letters);
  return letters;
};

/** The initials of a name, in each way in which it may be read: 重庆 is found by `cq`, and by `zq`. */
export const initialsOf = (name: string): readonly string[] =>
  [...searchForm(name)].reduce<readonly string[]>(
    (ways, char) => {
      const letters = [...lettersOf(char)];
      const some = ways.length * letters.length > MOST ? letters.slice(0, 1) : letters;
      return some.flatMap((letter) => ways.map((way) => way + letter));
    },
    [''],
  );
