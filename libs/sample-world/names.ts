import type { Level } from '#contexts/parties';

// Places have codes for names and people the old stand-ins 某甲子 … 某癸亥, so that none of them can be a real one.

/** A number in two digits. */
export const two = (n: number): string => String(n).padStart(2, '0');

const SUFFIX: Readonly<Partial<Record<Level, readonly [letter: string, zh: string]>>> = {
  city: ['C', '市'],
  county: ['K', '县'],
  township: ['T', '镇'],
};

/** The code without what kind of place it is. */
export const codeOf = (name: string): string => /^[A-Z0-9-]+/.exec(name)?.[0] ?? name;

/** The name of the n-th place of a level below another: `G-C03市`. */
export const codes = (level: Level, above: string, n: number): string => {
  const [letter, zh] = SUFFIX[level] ?? ['', ''];
  return `${codeOf(above)}-${letter}${two(n)}${zh}`;
};

const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];
const SURNAMES = [...'安祖杜支凌田傅纪沈关贤楚魏开'];

/** A name that stands for nobody, with a number that tells it from the others. */
export const personName = (n: number): string => {
  const surname = SURNAMES[n % SURNAMES.length] ?? '';
  const given = `${STEMS[n % STEMS.length] ?? ''}${BRANCHES[n % BRANCHES.length] ?? ''}`;
  return `${surname}某${given} (${String(n + 1)})`;
};
