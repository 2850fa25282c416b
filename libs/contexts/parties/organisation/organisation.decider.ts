import { ANSWER_REFUSALS, happened, refused, type DataOf, type Decider, type Decision, type Occasion } from '#kernel';
import { beganBefore, BEGINNING_REFUSALS } from '../beginning/beginning.rules.js';
import { readDependants, type Dependant } from '../beginning/beginning.state.js';
import { corrected, CORRECTION_REFUSALS } from '../correction.js';
import { PERIOD_REFUSALS, tooEarly } from '../period.js';
import { territoryStream, type TerritoryState } from '../territory/territory.state.js';
import { organisationCommands, type OrganisationCommand } from './organisation.commands.js';
import type { OrganisationEvent } from './organisation.events.js';
import { organisationStream, type ActiveOrganisation, type OrganisationState } from './organisation.state.js';

export type OrganisationRefusal =
  | 'ORGANISATION_EXISTS'
  | 'ORGANISATION_DISSOLVED'
  | 'TERRITORY_NOT_FOUND'
  | 'PARENT_NOT_FOUND'
  | 'NAME_UNCHANGED'
  | 'POST_EXISTS'
  | 'POST_NOT_THERE'
  | 'OWN_BODY'
  | 'OCCURRED_BEFORE'
  | 'BEFORE_1949'
  | keyof typeof BEGINNING_REFUSALS
  | keyof typeof CORRECTION_REFUSALS;

/** Where a new organisation is to stand, and the body above it that it names. */
interface Surroundings {
  readonly territory: TerritoryState;
  readonly parent: OrganisationState | undefined;
}

interface Facts {
  readonly CreateOrganisation: Surroundings;
  readonly CorrectOrganisation: Pick<Surroundings, 'territory'> & { readonly dependants: readonly Dependant[] };
  /** Whether it is the body that whoever asks acts for. */
  readonly DissolveOrganisation: boolean;
}

const A_POST = { en: 'an appointment to one of its posts', zh: '该机构岗位的任职' };
const THE_PLACE = { en: 'the beginning of its territory', zh: '所在地域的设立' };

/** W1, W2: a body is no older than the place that it stands in. */
const olderThanItsPlace = (validFrom: string | undefined, territory: TerritoryState) =>
  tooEarly(validFrom, 'validFrom', {
    act: THE_PLACE,
    at: territory.is === 'standing' ? territory.entry.validFrom : undefined,
  });

type Verdict = Decision<OrganisationEvent, OrganisationRefusal>;

/** A body that is dissolved stays as it was. */
const whileActive =
  <D, F = undefined>(rule: (asked: D, state: ActiveOrganisation, on: Occasion, facts: F) => Verdict) =>
  (asked: D, state: OrganisationState, on: Occasion, facts: F): Verdict =>
    state.is === 'active' ? rule(asked, state, on, facts) : refused('ORGANISATION_DISSOLVED');

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
    ORGANISATION_DISSOLVED: { en: 'This organisation is dissolved.', zh: '该机构已撤销。' },
    TERRITORY_NOT_FOUND: { en: 'There is no such territory.', zh: '地域不存在。' },
    PARENT_NOT_FOUND: { en: 'There is no such parent organisation.', zh: '上级机构不存在。' },
    NAME_UNCHANGED: { en: 'It has this name already.', zh: '名称没有变化。' },
    POST_EXISTS: { en: 'This post exists already.', zh: '该岗位已存在。' },
    POST_NOT_THERE: { en: 'The body has no such post.', zh: '该机构没有此岗位。' },
    OWN_BODY: {
      en: 'An administrator of another body has to dissolve it: it is the one that you act for.',
      zh: '不得撤销本人所代表的机构，须由其他机构的系统管理员办理。',
    },
    ...CORRECTION_REFUSALS,
    ...BEGINNING_REFUSALS,
    OCCURRED_BEFORE: ANSWER_REFUSALS.OCCURRED_BEFORE,
    BEFORE_1949: PERIOD_REFUSALS.BEFORE_1949,
  },
  facts: {
    CreateOrganisation: async (read, { territoryId, parentId }) => ({
      territory: await read.state(territoryStream, territoryId),
      parent: parentId && (await read.state(organisationStream, parentId)),
    }),
    CorrectOrganisation: async (read, { validFrom }, own) => {
      const state = await own.state();
      return {
        territory: state.is === 'new' ? state : await read.state(territoryStream, state.territoryId),
        dependants: validFrom === undefined ? [] : await readDependants(read, own.stream),
      };
    },
    DissolveOrganisation: (_, __, { stream }, { orgId }) => Promise.resolve(stream === orgId),
  },
  owner: (state, { type }) => {
    if (state.is !== 'new') return { territory: state.territoryPath, orgs: [] };
    return type === 'CreateOrganisation' ? { territory: '', orgs: [] } : undefined;
  },

  decide: {
    CreateOrganisation: (asked, state, _, { territory, parent }) => {
      if (state.is !== 'new') return refused('ORGANISATION_EXISTS');
      if (territory.is !== 'standing') return refused('TERRITORY_NOT_FOUND', 'territoryId');
      if (asked.parentId && parent?.is !== 'active') return refused('PARENT_NOT_FOUND', 'parentId');
      const early = olderThanItsPlace(asked.validFrom, territory);
      if (early) return early;
      const { path: territoryPath, level: territoryLevel } = territory;
      return happened({ type: 'OrgCreated', data: { ...asked, territoryPath, territoryLevel } });
    },
    RenameOrganisation: whileActive(({ name }, state) =>
      state.name === name ? refused('NAME_UNCHANGED', 'name') : happened({ type: 'OrgRenamed', data: { name } }),
    ),
    CorrectOrganisation: whileActive<DataOf<OrganisationCommand, 'CorrectOrganisation'>, Facts['CorrectOrganisation']>(
      ({ reason, ...entry }, state, _, { territory, dependants }) => {
        const answer = corrected(entry, state, reason);
        if ('refused' in answer) return answer;
        const { changed } = answer;
        return (
          olderThanItsPlace(entry.validFrom, territory) ??
          beganBefore(changed.validFrom, A_POST, dependants) ??
          happened({ type: 'OrgCorrected', data: changed })
        );
      },
    ),
    CorrectPost: whileActive<DataOf<OrganisationCommand, 'CorrectPost'>>(({ reason, ...post }, { posts }) => {
      if (!posts.includes(post.postId)) return refused('POST_NOT_THERE', 'postId');
      return reason
        ? happened({ type: 'PostCorrected', data: { ...post, reason } })
        : refused('REASON_REQUIRED', 'reason');
    }),
    EstablishPost: whileActive((asked, { posts }) =>
      posts.includes(asked.postId) ? refused('POST_EXISTS') : happened({ type: 'PostEstablished', data: asked }),
    ),
    // SD5: only administrators dissolve bodies; the last one would leave nobody in a post.
    DissolveOrganisation: whileActive<DataOf<OrganisationCommand, 'DissolveOrganisation'>, boolean>(
      ({ reason }, _, { occurredAt }, isTheirs) => {
        if (isTheirs) return refused('OWN_BODY');
        return reason
          ? happened({ type: 'OrgDissolved', data: { dissolvedAt: occurredAt, reason } })
          : refused('REASON_REQUIRED', 'reason');
      },
    ),
  },
};
