import type { GrantedRole } from './grant.words.js';

const UNITS: readonly GrantedRole[] = ['unit', 'unitHead'];
const SUPERVISING: readonly GrantedRole[] = [
  'inspector',
  'lead',
  'supervision',
  'supervisionHead',
  'discipline',
  'auditor',
];

const crosses = (one: GrantedRole, other: GrantedRole): boolean =>
  (one === 'admin' && other !== 'admin') || (UNITS.includes(one) && SUPERVISING.includes(other));

/**
 * Static separation of duties: who keeps the system does nothing else in it, and nobody reports for a unit and supervises units.
 * [NIST/ANSI INCITS 359; the split of administrators after 等级保护 level 3]
 */
export const excludes = (one: GrantedRole, other: GrantedRole): boolean => crosses(one, other) || crosses(other, one);
