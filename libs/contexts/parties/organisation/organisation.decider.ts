import { happened, refused, type DataOf, type Decider, type Decision, type Occasion } from '#kernel';
import { beganBefore } from '../beginning/beginning.rules.js';
import { readDependants, type Dependant } from '../beginning/beginning.state.js';
import { corrected } from '../correction.js';
import { besides, isCalled } from '../english-name.js';
import { tooEarly } from '../period.js';
import { territoryStream, type TerritoryState } from '../territory/territory.state.js';
import { organisationBars } from './organisation.bars.js';
import { organisationCommands, type OrganisationCommand } from './organisation.commands.js';
import type { OrganisationEvent } from './organisation.events.js';
import { ORGANISATION_REFUSALS, type OrganisationRefusal } from './organisation.refusals.js';
import { organisationStream, type ActiveOrganisation, type OrganisationState } from './organisation.state.js';

/** Where a new organisation is to stand, and the body above it that it names. */
interface Surroundings {
  readonly territory: TerritoryState;
  readonly parent: OrganisationState | undefined;
}

interface Facts {
  readonly CreateOrganisation: Surroundings;
  readonly CorrectOrganisation: Pick<Surroundings, 'territory'> & { readonly dependants: readonly Dependant[] };
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
  refusals: ORGANISATION_REFUSALS,
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
  },
  owner: (state, { type }) => {
    if (state.is !== 'new') return { territory: state.territoryPath, orgs: [] };
    return type === 'CreateOrganisation' ? { territory: '', orgs: [] } : undefined;
  },
  bars: organisationBars,

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
    RenameOrganisation: whileActive<DataOf<OrganisationCommand, 'RenameOrganisation'>>((said, state) =>
      isCalled(state, said) ? refused('NAME_UNCHANGED', 'name') : happened({ type: 'OrgRenamed', data: said }),
    ),
    CorrectOrganisation: whileActive<DataOf<OrganisationCommand, 'CorrectOrganisation'>, Facts['CorrectOrganisation']>(
      ({ reason, ...entry }, state, _, { territory, dependants }) => {
        const answer = corrected(entry, besides(state, entry), reason);
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
    DissolveOrganisation: whileActive<DataOf<OrganisationCommand, 'DissolveOrganisation'>>(
      ({ reason }, _, { occurredAt }) =>
        reason
          ? happened({ type: 'OrgDissolved', data: { dissolvedAt: occurredAt, reason } })
          : refused('REASON_REQUIRED', 'reason'),
    ),
  },
};
