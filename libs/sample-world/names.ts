import type { Level, OrgKind } from '#contexts/parties';
import type { Some } from './chance.js';

// Places have codes for names and people the old stand-ins 某甲子 … 某癸亥, so that none of them can be a real one.

const two = (n: number): string => String(n).padStart(2, '0');

const SUFFIX: Readonly<Partial<Record<Level, readonly [letter: string, zh: string]>>> = {
  city: ['C', '市'],
  county: ['K', '县'],
  township: ['T', '镇'],
};

/** The code without what kind of place it is. */
const codeOf = (name: string): string => name.split(' ')[0] ?? name;

/** The name of the n-th place of a level below another: `G-C03 市`. */
export const codes = (level: Level, above: string, n: number): string => {
  const [letter, zh] = SUFFIX[level] ?? ['', ''];
  return `${codeOf(above)}-${letter}${two(n)} ${zh}`;
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

interface NamedUnit {
  readonly kind: OrgKind;
  readonly name: string;
}

const UNITS: Some<readonly [kind: OrgKind, en: string, zh: string]> = [
  ['community', 'Community', '社区'],
  ['enterprise', 'Market', '集贸市场'],
  ['school', 'School', '学校'],
  ['enterprise', 'Workshop', '加工厂'],
  ['hospital', 'Clinic', '卫生院'],
  ['community', 'Village', '村委会'],
  ['publicInstitution', 'Care home', '养老服务中心'],
  ['enterprise', 'Bus station', '客运站'],
  ['enterprise', 'Cold store', '冷库'],
  ['publicInstitution', 'Service hall', '便民服务中心'],
];

/** The n-th unit of a township: what it is and what it is called. */
export const unitOf = (township: string, n: number): NamedUnit => {
  const [kind, en, zh] = UNITS[(n - 1) % UNITS.length] ?? UNITS[0];
  return { kind, name: `${en} ${codeOf(township)}-U${two(n)} ${zh}` };
};
