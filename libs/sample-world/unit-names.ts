import type { OrgKind } from '#contexts/parties';
import type { Some } from './chance.js';
import { codeOf, two } from './names.js';

interface NamedUnit {
  readonly kind: OrgKind;
  readonly name: string;
}

const UNITS: Some<readonly [kind: OrgKind, name: string]> = [
  ['community', '社区'],
  ['enterprise', '集贸市场'],
  ['school', '学校'],
  ['enterprise', '加工厂'],
  ['hospital', '卫生院'],
  ['community', '村委会'],
  ['publicInstitution', '养老服务中心'],
  ['enterprise', '客运站'],
  ['enterprise', '冷库'],
  ['publicInstitution', '便民服务中心'],
];

/** The n-th unit of a township: what it is and what it is called. */
export const unitOf = (township: string, n: number): NamedUnit => {
  const [kind, name] = UNITS[(n - 1) % UNITS.length] ?? UNITS[0];
  return { kind, name: `${codeOf(township)}-U${two(n)}${name}` };
};
