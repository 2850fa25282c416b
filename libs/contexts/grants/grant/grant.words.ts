import { vocabulary, type Role, type WordOf } from '#kernel';

/** The roles that can be granted, by the names that events and the schema give them. */
export const GRANTED_ROLES = vocabulary('GrantedRole', 'A role that somebody can be granted.', '可授予的角色。', {
  inspector: { en: 'Inspector', zh: '督查人员' },
  lead: { en: 'Inspection team leader', zh: '督查组组长' },
  supervision: { en: 'Supervision office officer', zh: '督查机构工作人员' },
  supervisionHead: { en: 'Supervision office head', zh: '督查机构负责人' },
  hq: { en: 'HQ office clerk', zh: '指挥部办公室' },
  commander: { en: 'Approving leader', zh: '指挥长 / 行政首长' },
  unit: { en: 'Unit reporter', zh: '单位填报员' },
  unitHead: { en: 'Unit head or leader in charge', zh: '单位主要负责人 / 分管负责人' },
  discipline: { en: 'Discipline officer', zh: '纪检监察干部' },
  auditor: { en: 'Auditor', zh: '审计查看' },
  publicReader: { en: 'Public reader', zh: '公众' },
  admin: { en: 'Administrator', zh: '系统管理员' },
});

export type GrantedRole = WordOf<typeof GRANTED_ROLES>;

/** The role of the domain behind each word. */
const ROLE_OF: Readonly<Record<GrantedRole, Exclude<Role, 'system'>>> = {
  inspector: 'inspector',
  lead: 'lead',
  supervision: 'supervision',
  supervisionHead: 'supervision-head',
  hq: 'hq',
  commander: 'commander',
  unit: 'unit',
  unitHead: 'unit-head',
  discipline: 'discipline',
  auditor: 'auditor',
  publicReader: 'public',
  admin: 'admin',
};

/** The role that a word grants. */
export const roleOf = (word: GrantedRole): Exclude<Role, 'system'> => ROLE_OF[word];

/** The word for each role; none for the system, which nobody is. */
const WORD_FOR = new Map<Role, GrantedRole>(
  // The very words that `ROLE_OF` is made of.
  (Object.keys(ROLE_OF) as GrantedRole[]).map((word) => [ROLE_OF[word], word]),
);

/** The word that grants a role. */
export const wordFor = (role: Role): GrantedRole | undefined => WORD_FOR.get(role);

/** What a role is granted over. */
const OVER: Readonly<Record<GrantedRole, 'place' | 'body' | 'nothing'>> = {
  inspector: 'place',
  lead: 'place',
  supervision: 'place',
  supervisionHead: 'place',
  hq: 'place',
  commander: 'place',
  unit: 'body',
  unitHead: 'body',
  discipline: 'place',
  auditor: 'place',
  publicReader: 'nothing',
  admin: 'nothing',
};

/** Whether a role is granted over a place, for a body, or over nothing: administrators configure, the public reads what is published. */
export const roleReaches = (word: GrantedRole): 'place' | 'body' | 'nothing' => OVER[word];

/** Where a grant stands. */
export const GRANT_STATUSES = vocabulary('GrantStatus', 'Where a grant stands.', '授权状态。', {
  proposed: { en: 'Waits for a second person', zh: '待第二人批准' },
  granted: { en: 'Granted', zh: '已授权' },
  refused: { en: 'Not approved', zh: '未批准' },
  ended: { en: 'Ended', zh: '已终止' },
});

export type GrantStatus = WordOf<typeof GRANT_STATUSES>;
