import { enumOf } from '#platform/graphql';
import { LEADER_ROLES, ORG_KINDS } from '../organisation.events.js';
import { LEVELS } from '../territory.events.js';

export const TerritoryLevel = enumOf(
  'TerritoryLevel',
  { en: 'A level of the place tree, the widest first.', zh: '地域层级，由大到小。' },
  LEVELS,
);

export const OrganisationKind = enumOf(
  'OrganisationKind',
  { en: 'What kind of body an organisation is.', zh: '机构类别。' },
  ORG_KINDS,
);

export const LeaderRoleOfPost = enumOf(
  'LeaderRole',
  { en: 'Which leader of its organisation a post is.', zh: '领导岗位类别。' },
  LEADER_ROLES,
);
