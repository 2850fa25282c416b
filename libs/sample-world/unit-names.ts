import type { OrgKind } from '#contexts/parties';
import type { Some } from './chance.js';
import { codeOf, two } from './names.js';

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
