import type { Text } from './text.js';

/** The roles of the domain (domain.md 3.0), by the short names that tokens and the command line use. */
export const ROLES = {
  inspector: { en: 'Inspector', zh: '督查人员' },
  lead: { en: 'Inspection team leader', zh: '督查组组长' },
  supervision: { en: 'Supervision office officer', zh: '督查机构工作人员' },
  'supervision-head': { en: 'Supervision office head', zh: '督查机构负责人' },
  hq: { en: 'HQ office clerk', zh: '指挥部办公室' },
  commander: { en: 'Approving leader', zh: '指挥长 / 行政首长' },
  unit: { en: 'Unit reporter', zh: '单位填报员' },
  'unit-head': { en: 'Unit head or leader in charge', zh: '单位主要负责人 / 分管负责人' },
  discipline: { en: 'Discipline officer', zh: '纪检监察干部' },
  auditor: { en: 'Auditor', zh: '审计查看' },
  public: { en: 'Public reader', zh: '公众' },
  admin: { en: 'Administrator', zh: '系统管理员' },
  system: { en: 'System process', zh: '系统' },
} as const satisfies Record<string, Text>;

export type Role = keyof typeof ROLES;
