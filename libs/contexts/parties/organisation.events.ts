import { anId, aTerritoryPath, eventsOf, fact, oneOf, type EventOf, type Words } from '#kernel';
import { z } from 'zod';
import { LEVELS } from './territory.events.js';

export const ORG_KINDS = {
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
} as const satisfies Words;

/** Two principals of one place are two posts (党政一把手); nothing limits a role to one holder. */
export const LEADER_ROLES = {
  principal: { en: 'Principal leader', zh: '主要领导' },
  inCharge: { en: 'Leader in charge', zh: '分管负责同志' },
} as const satisfies Words;

export type OrgKind = keyof typeof ORG_KINDS;
export type LeaderRole = keyof typeof LEADER_ROLES;

/** Every fact that an `organisation-…` stream can hold. */
export const organisationEvents = eventsOf('organisation', {
  OrgCreated: fact('Organisation created', '机构已建立', {
    name: z.string().min(1),
    orgKind: oneOf(ORG_KINDS),
    territoryId: anId('territory'),
    territoryPath: aTerritoryPath(),
    territoryLevel: oneOf(LEVELS),
    line: z.string().min(1).optional(),
    parentId: anId('organisation').optional(),
    temporary: z.boolean(),
  }),
  OrgRenamed: fact('Organisation renamed', '机构已更名', { name: z.string().min(1) }),
  PostEstablished: fact('Post established', '岗位已设立', {
    postId: anId('post'),
    title: z.string().min(1),
    leaderRole: oneOf(LEADER_ROLES).optional(),
  }),
});

export type OrganisationEvent = EventOf<typeof organisationEvents>;
