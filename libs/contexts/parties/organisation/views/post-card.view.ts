import { type Id, viewOf } from '#kernel';
import { organisationEvents } from '../organisation.events.js';

/** What a post is called, for histories that say in which post somebody acted. */
export interface PostCard {
  readonly id: Id<'post'>;
  readonly title: string;
}

export const postCard = viewOf<PostCard, typeof organisationEvents>({
  name: 'post_card',
  version: 2,
  of: organisationEvents,
  key: (event, { stream }) =>
    event.type === 'PostEstablished' || event.type === 'PostCorrected' ? event.data.postId : stream,
  owner: 'directory',
  subject: { kind: 'post', label: ({ title }) => title },
  on: {
    OrgCreated: 'ignore',
    OrgRenamed: 'ignore',
    OrgCorrected: 'ignore',
    PostCorrected: (card, { title }) => card && { ...card, title },
    PostEstablished: (_, { postId, title }) => ({ id: postId, title }),
    OrgDissolved: 'ignore',
  },
});
