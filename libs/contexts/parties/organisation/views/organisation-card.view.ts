import {
  anId,
  aTerritoryPath,
  flag,
  id,
  instant,
  isId,
  kept,
  list,
  named,
  optional,
  ownId,
  part,
  partOf,
  pointer,
  ref,
  rowOf,
  text,
  word,
  type PartData,
  viewOf,
} from '#kernel';
import { renamed } from '../../english-name.js';
import { organisationEvents } from '../organisation.events.js';
import { LEADER_ROLES, ORG_KINDS } from '../organisation.words.js';
import { retitled } from './retitled.js';

export const postPart = partOf(
  'Post',
  {
    id: id('post', 'Its id.', '编号。'),
    title: text(100, 'What it is called.', '职务名称。'),
    titleEn: optional(text(100, 'What it is called in English, where that is said.', '职务英文名称。')),
    leaderRole: optional(word(LEADER_ROLES, 'Which leader it is, if any.', '领导岗位类别。')),
  },
  { en: 'A seat in an organisation.', zh: '岗位。' },
);

export const organisationRow = rowOf('Organisation', 'A body that can bear a duty.', '机构。', {
  id: ownId('Its id.', '编号。'),
  name: text(200, 'Its present name.', '现名称。'),
  nameEn: optional(text(200, 'Its present English name, where it has one.', '现英文名称。')),
  orgKind: word(ORG_KINDS, 'What kind of body it is.', '类别。'),
  territory: pointer('Where it stands.', '所在地域。'),
  line: optional(text(100, 'The line of work it regulates (条).', '条线。')),
  parent: optional(pointer('The body above it.', '上级机构。')),
  validFrom: optional(instant('Since when it has been there, as it is stated.', '成立时间。')),
  temporary: flag('Set up for a time only.', '是否临时机构。'),
  posts: list(part(postPart, 'Its posts.', '岗位。')),
  dissolvedAt: optional(instant('Since when it is dissolved; null while it stands.', '撤销时间；存续期间为空。')),
  territoryId: kept(anId('territory')),
  territoryPath: kept(aTerritoryPath()),
  parentId: optional(kept(anId('organisation'))),
});

export type OrganisationCard = PartData<typeof organisationRow>;

/** The bodies and their posts, open to everybody who is signed in. */
export const organisationCard = viewOf<OrganisationCard, typeof organisationEvents>({
  name: 'organisation_card',
  version: 7,
  of: organisationEvents,
  key: (_, { stream }) => stream,
  owner: 'directory',
  closed: {
    fields: [],
    to: ({ id: org, territoryPath: territory }) => ({
      people: [],
      owner: { territory, orgs: isId('organisation', org) ? [org] : [] },
    }),
  },
  subject: { label: ({ name, nameEn }) => named(name, nameEn) },
  indexes: ['territoryId', 'orgKind', 'parentId', 'line'],
  tallied: ['dissolvedAt'],
  searched: ['name', 'nameEn'],
  named: ['name'],
  on: {
    OrgCreated: (
      _,
      { name, nameEn, orgKind, territoryId, territoryPath, line, parentId, temporary, validFrom },
      { stream },
    ) => ({
      id: stream,
      name,
      ...(nameEn && { nameEn }),
      orgKind,
      territoryId,
      territoryPath,
      territory: ref(territoryId),
      temporary,
      posts: [],
      ...(line && { line }),
      ...(validFrom && { validFrom }),
      ...(parentId && { parentId, parent: ref(parentId) }),
    }),
    OrgRenamed: (card, said) => card && renamed(card, said),
    OrgCorrected: (card, { orgKind, line, validFrom, name, nameEn }) =>
      card && {
        ...renamed(card, { name, nameEn }),
        ...(orgKind && { orgKind }),
        ...(line && { line }),
        ...(validFrom && { validFrom }),
      },
    PostCorrected: (card, { postId, ...said }) =>
      card && { ...card, posts: card.posts.map((post) => (post.id === postId ? retitled(post, said) : post)) },
    PostEstablished: (card, { postId, ...post }) =>
      card && { ...card, posts: [...card.posts, { id: postId, ...post }] },
    OrgDissolved: (card, { dissolvedAt }) => card && { ...card, dissolvedAt },
  },
});
