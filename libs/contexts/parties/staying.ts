import { isId, type Occasion, type StateReader } from '#kernel';
import { personStream, postsHeldAt } from './person/person.state.js';

/** The moment at which something is asked for, where the act may be dated back. */
type Asked = Pick<Occasion, 'actorId' | 'postId' | 'orgId' | 'occurredAt'> & { readonly now?: string | undefined };

/**
 * SD5: whether whoever acts stays in the post that they act in, as far as anybody has told. Who goes themselves, on a day that is known,
 * takes nobody else away: with them might go the last one who administers. Who is in no post yet begins the directory.
 */
export const stays = async (
  read: StateReader,
  { actorId, postId, orgId, occurredAt, now = occurredAt }: Asked,
): Promise<boolean> => {
  if (!isId('person', actorId)) return true;
  const held = postsHeldAt(await read.behind(personStream, actorId), now).filter(
    (one) => one.orgId === orgId && one.postId === (postId ?? one.postId),
  );
  return held.length === 0 || held.some(({ to }) => to === undefined);
};

/** Why whoever goes themselves ends nothing of others. */
export const GOING = {
  en: 'Your own post is told to end: an administrator who stays has to do this, so that somebody is always left.',
  zh: '您本人的任职已登记离任时间，须由留任的系统管理员办理，以确保始终有人管理。',
};
