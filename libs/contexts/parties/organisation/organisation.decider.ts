import { happened, refused, type Decider } from '#kernel';
import { territoryStream, type TerritoryState } from '../territory/territory.state.js';
import { organisationCommands, type OrganisationCommand } from './organisation.commands.js';
import type { OrganisationEvent } from './organisation.events.js';
import { organisationStream, type OrganisationState } from './organisation.state.js';

export type OrganisationRefusal =
  'ORGANISATION_EXISTS' | 'TERRITORY_NOT_FOUND' | 'PARENT_NOT_FOUND' | 'NAME_UNCHANGED' | 'POST_EXISTS';

/** Where a new organisation is to stand, and the body above it that it names. */
interface Surroundings {
  readonly territory: TerritoryState;
  readonly parent: OrganisationState | undefined;
}

interface Facts {
  readonly CreateOrganisation: Surroundings;
}

export const organisation: Decider<
  OrganisationState,
  OrganisationCommand,
  OrganisationEvent,
  OrganisationRefusal,
  Facts
> = {
  ...organisationStream,
  commands: organisationCommands,
  refusals: {
    ORGANISATION_EXISTS: { en: 'This organisation exists already.', zh: '该机构已存在。' },
    TERRITORY_NOT_FOUND: { en: 'There is no such territory.', zh: '地域不存在。' },
    PARENT_NOT_FOUND: { en: 'There is no such parent organisation.', zh: '上级机构不存在。' },
    NAME_UNCHANGED: { en: 'It has this name already.', zh: '名称没有变化。' },
    POST_EXISTS: { en: 'This post exists already.', zh: '该岗位已存在。' },
  },
  facts: {
    CreateOrganisation: async (read, { territoryId, parentId }) => ({
      territory: await read.state(territoryStream, territoryId),
      parent: parentId && (await read.state(organisationStream, parentId)),
    }),
  },
  owner: (state, { type }) => {
    if (state.is === 'active') return { territory: state.territoryPath, orgs: [] };
    return type === 'CreateOrganisation' ? { territory: '', orgs: [] } : undefined;
  },

  decide: {
    CreateOrganisation: (asked, state, _, { territory, parent }) => {
      if (state.is !== 'new') return refused('ORGANISATION_EXISTS');
      if (territory.is !== 'standing') return refused('TERRITORY_NOT_FOUND', 'territoryId');
      if (asked.parentId && parent?.is !== 'active') return refused('PARENT_NOT_FOUND', 'parentId');
      const { path: territoryPath, level: territoryLevel } = territory;
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
};
