import { useRead } from '../../api/use-read';
import { POSTS } from '../../forms/post-entry';
import { useAsOf } from '../../frame/as-of';
import type { Appointment } from './query';

/** A title is that of its body's post: an appointment names the post alone. */
export const usePostTitle = ({ organisation, postId }: Pick<Appointment, 'organisation' | 'postId'>): string => {
  const { asOf } = useAsOf();
  const read = useRead(POSTS, { id: organisation.id, asOf });
  const posts = read.at === 'read' ? (read.data.organisation?.posts ?? []) : [];
  return posts.find(({ id }) => id === postId)?.title ?? '';
};
