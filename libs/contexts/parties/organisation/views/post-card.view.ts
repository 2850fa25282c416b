import { named, type Id, viewOf } from '#kernel';
import { organisationEvents } from '../organisation.events.js';
import { retitled } from './retitled.js';

/** What a post is called, for histories that say in which post somebody acted. */
export interface PostCard {
  readonly id: Id<'post'>;
  readonly title: string;
  readonly titleEn?: string | undefined;
}

export const postCard = viewOf<PostCard, typeof organisationEvents>({
  name: 'post_card',
  version: 3,
  of: organisationEvents,
  key: (event, { stream }) =>
    event.type === 'PostEstablished' || event.type === 'PostCorrected' ? event.data.postId : stream,
  owner: 'directory',
  subject: { kind: 'post', label: ({ title, titleEn }) => named(title, titleEn) },
  on: {
    OrgCreated: 'ignore',
    OrgRenamed: 'ignore',
    OrgCorrected: 'ignore',
    PostCorrected: (card, said) => card && retitled(card, said),
    PostEstablished: (_, { postId, title, titleEn }) => ({ id: postId, title, ...(titleEn && { titleEn }) }),
    OrgDissolved: 'ignore',
  },
});
