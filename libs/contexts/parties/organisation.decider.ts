import { happened, refused, type Decider, type Id, type TerritoryPath } from '#kernel';
import { organisationEvents, type LeaderRole, type OrganisationEvent, type OrgKind } from './organisation.events.js';
import type { TerritoryState } from './territory.decider.js';
import type { Level } from './territory.events.js';

export type OrganisationCommand =
  | {
      readonly type: 'CreateOrganisation';
      readonly data: {
        readonly name: string;
        readonly orgKind: OrgKind;
        readonly territoryId: Id<'territory'>;
        readonly line?: string;
        readonly parentId?: Id<'organisation'>;
        readonly temporary: boolean;
      };
    }
  | { readonly type: 'RenameOrganisation'; readonly data: { readonly name: string } }
  | {
      readonly type: 'EstablishPost';
      readonly data: { readonly postId: Id<'post'>; readonly title: string; readonly leaderRole?: LeaderRole };
    };

export type OrganisationRefusal =
  'ORGANISATION_EXISTS' | 'TERRITORY_NOT_FOUND' | 'PARENT_NOT_FOUND' | 'NAME_UNCHANGED' | 'POST_EXISTS';

export interface ActiveOrganisation {
  readonly is: 'active';
  readonly name: string;
  readonly territoryId: Id<'territory'>;
  readonly territoryPath: TerritoryPath;
  readonly territoryLevel: Level;
  readonly posts: readonly Id<'post'>[];
}

export type OrganisationState = { readonly is: 'new' } | ActiveOrganisation;

/** Where a new organisation is to stand. */
export interface OrganisationFacts {
  readonly territory: TerritoryState;
  readonly parent?: OrganisationState;
}

export const organisation: Decider<
  OrganisationState,
  OrganisationCommand,
  OrganisationEvent,
  OrganisationRefusal,
  OrganisationFacts | undefined
> = {
  kind: 'organisation',
  events: organisationEvents,
  refusals: {
    ORGANISATION_EXISTS: { en: 'This organisation exists already.', zh: '该机构已存在。' },
    TERRITORY_NOT_FOUND: { en: 'There is no such territory.', zh: '地域不存在。' },
    PARENT_NOT_FOUND: { en: 'There is no such parent organisation.', zh: '上级机构不存在。' },
    NAME_UNCHANGED: { en: 'It has this name already.', zh: '名称没有变化。' },
    POST_EXISTS: { en: 'This post exists already.', zh: '该岗位已存在。' },
  },
  who: { CreateOrganisation: ['admin'], RenameOrganisation: ['admin'], EstablishPost: ['admin'] },
  owner: (state, { type }) => {
    if (state.is === 'active') return { territory: state.territoryPath, orgs: [] };
    return type === 'CreateOrganisation' ? { territory: '', orgs: [] } : undefined;
  },
  initial: { is: 'new' },

  decide: {
    CreateOrganisation: (asked, state, _, facts) => {
      if (state.is !== 'new') return refused('ORGANISATION_EXISTS');
      if (facts?.territory.is !== 'standing') return refused('TERRITORY_NOT_FOUND', 'territoryId');
      if (asked.parentId && facts.parent?.is !== 'active') return refused('PARENT_NOT_FOUND', 'parentId');
      const { path: territoryPath, level: territoryLevel } = facts.territory;
      return happened({ type: 'OrgCreated', data: { ...asked, territoryPath, territoryLevel } });
    },
    RenameOrganisation: ({ name }, state) =>
      state.is === 'active' && state.name === name
        ? refused('NAME_UNCHANGED', 'name')
        : happened({ type: 'OrgRenamed', data: { name } }),
    EstablishPost: (asked, state) =>
      state.is === 'active' && state.posts.includes(asked.postId)
        ? refused('POST_EXISTS')
        : happened({ type: 'PostEstablished', data: asked }),
  },

  evolve: {
    OrgCreated: (_, { name, territoryId, territoryPath, territoryLevel }) => ({
      is: 'active',
      name,
      territoryId,
      territoryPath,
      territoryLevel,
      posts: [],
    }),
    OrgRenamed: (state, { name }) => (state.is === 'active' ? { ...state, name } : state),
    PostEstablished: (state, { postId }) =>
      state.is === 'active' ? { ...state, posts: [...state.posts, postId] } : state,
  },
};
