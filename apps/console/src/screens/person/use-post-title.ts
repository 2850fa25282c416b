import { useRead } from '../../api/use-read';
import { POSTS } from '../../forms/post-entry';
import { useAsOf } from '../../frame/as-of';
import { inLanguage } from '../../lib/both';
import { useWords } from '../../words/use-words';
import type { Appointment } from './query';

/** A title is that of its body's post: an appointment names the post alone. */
export const usePostTitle = ({ organisation, postId }: Pick<Appointment, 'organisation' | 'postId'>): string => {
  const { language } = useWords();
  const { asOf } = useAsOf();
  const read = useRead(POSTS, { id: organisation.id, asOf });
  const posts = read.at === 'read' ? (read.data.organisation?.posts ?? []) : [];
  return inLanguage(posts.find(({ id }) => id === postId)?.title, language);
};
