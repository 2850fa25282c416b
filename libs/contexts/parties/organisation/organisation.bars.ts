import { barOf, barredBeside, barredBy, refused } from '#kernel';
import type { OrganisationRefusal } from './organisation.refusals.js';
import type { OrganisationState } from './organisation.state.js';

const bar = barOf<OrganisationState, OrganisationRefusal>();

const notDissolved = bar('stage', { en: 'until it is dissolved', zh: '未撤销' }, ({ is }) =>
  is === 'dissolved' ? 'ORGANISATION_DISSOLVED' : undefined,
);

const withPosts = bar('stage', { en: 'with a post', zh: '已设岗位' }, (state) =>
  state.is === 'active' && state.posts.length === 0 ? refused('POST_NOT_THERE', 'postId') : undefined,
);

/** SD5: only administrators dissolve bodies; the last one would leave nobody in a post. */
const ofAnotherBody = bar<boolean>('recusal', { en: 'of another body', zh: '其他机构' }, (_, __, isTheirs) =>
  isTheirs ? 'OWN_BODY' : undefined,
);

const anyTime = barredBy<OrganisationState, OrganisationRefusal>(notDissolved);

/** What stands in the way of each command on a body that is there. */
export const organisationBars = {
  RenameOrganisation: anyTime,
  CorrectOrganisation: anyTime,
  CorrectPost: barredBy<OrganisationState, OrganisationRefusal>(notDissolved, withPosts),
  EstablishPost: anyTime,
  DissolveOrganisation: barredBeside<OrganisationState, OrganisationRefusal, boolean>(
    (_, { stream }, { orgId }) => Promise.resolve(stream === orgId),
    notDissolved,
    ofAnotherBody,
  ),
};
