import { vocabulary, type WordOf } from '#kernel';

export const ORG_KINDS = vocabulary('OrganisationKind', 'What kind of body an organisation is.', '机构类别。', {
  partyCommittee: { en: 'Party committee', zh: '党委' },
  partyBranch: { en: 'Party branch', zh: '基层党组织' },
  government: { en: 'Government', zh: '政府' },
  department: { en: 'Department', zh: '部门' },
  headquarters: { en: 'Headquarters', zh: '指挥部' },
  leadingGroup: { en: 'Leading group', zh: '领导小组' },
  jointMechanism: { en: 'Joint mechanism', zh: '联防联控机制' },
  taskForce: { en: 'Task force', zh: '专班' },
  supervisionOffice: { en: 'Supervision office', zh: '督查机构' },
  disciplineBody: { en: 'Discipline inspection body', zh: '纪检监察机关' },
  military: { en: 'Military', zh: '军队' },
  police: { en: 'Police', zh: '公安' },
  publicInstitution: { en: 'Public institution', zh: '事业单位' },
  school: { en: 'School', zh: '学校' },
  hospital: { en: 'Hospital', zh: '医院' },
  enterprise: { en: 'Enterprise', zh: '企业' },
  community: { en: 'Community', zh: '社区' },
  massOrganisation: { en: 'Mass organisation', zh: '群团组织' },
});

/** Two principals of one place are two posts (党政一把手); nothing limits a role to one holder. */
export const LEADER_ROLES = vocabulary('LeaderRole', 'Which leader of its organisation a post is.', '领导岗位类别。', {
  principal: { en: 'Principal leader', zh: '主要领导' },
  inCharge: { en: 'Leader in charge', zh: '分管负责同志' },
});

export type OrgKind = WordOf<typeof ORG_KINDS>;
export type LeaderRole = WordOf<typeof LEADER_ROLES>;
