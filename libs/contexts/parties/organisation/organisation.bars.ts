import { barBesideOf, barOf, barredBeside, barredBy, refused } from '#kernel';
import { stays } from '../staying.js';
import type { OrganisationRefusal } from './organisation.refusals.js';
import type { OrganisationState } from './organisation.state.js';

/** Whether it is the body of whoever asks, and whether they stay in their post. */
interface Whose {
  readonly isTheirs: boolean;
  readonly stays: boolean;
}

const bar = barOf<OrganisationState, OrganisationRefusal>();
const barBeside = barBesideOf<OrganisationState, OrganisationRefusal>();

const notDissolved = bar('stage', { en: 'until it is dissolved', zh: '未撤销' }, ({ is }) =>
  is === 'dissolved' ? 'ORGANISATION_DISSOLVED' : undefined,
);

const withPosts = bar('stage', { en: 'with a post', zh: '已设岗位' }, (state) =>
  state.is === 'active' && state.posts.length === 0 ? refused('POST_NOT_THERE', 'postId') : undefined,
);

/** SD5: only administrators dissolve bodies; the last one would leave nobody in a post. */
const ofAnotherBody = barBeside<Whose>('recusal', { en: 'of another body', zh: '其他机构' }, (_, __, { isTheirs }) =>
  isTheirs ? 'OWN_BODY' : undefined,
);

/** SD5: who goes on a day that is known does not take others away before. */
const byWhoStays = barBeside<Whose>(
  'recusal',
  { en: 'by who stays in their own post', zh: '办理人本人留任' },
  (_, __, { stays: isStaying }) => (isStaying ? undefined : 'OWN_END_AHEAD'),
);

const anyTime = barredBy<OrganisationState, OrganisationRefusal>(notDissolved);

/** What stands in the way of each command on a body that is there. */
export const organisationBars = {
  RenameOrganisation: anyTime,
  CorrectOrganisation: anyTime,
  CorrectPost: barredBy<OrganisationState, OrganisationRefusal>(notDissolved, withPosts),
  EstablishPost: anyTime,
  DissolveOrganisation: barredBeside<OrganisationState, OrganisationRefusal, Whose>(
    async (read, { stream, now }, on) => ({ isTheirs: stream === on.orgId, stays: await stays(read, { ...on, now }) }),
    notDissolved,
    ofAnotherBody,
    byWhoStays,
  ),
};
