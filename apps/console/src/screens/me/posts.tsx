import { door } from '../../api/door';
import { inLanguage } from '../../lib/both';
import { useAsking } from '../../session/use-asking';
import { Button } from '../../ui/button';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import { useWords } from '../../words/use-words';
import css from './me.module.css';
import type { Mine } from './query';
import { SaidNo } from '../../session/said-no';

/** Whoever acts in another post sees and may do other things: the page begins again. */
const beginAgain = () => window.location.assign('/me');

/** The post, not only the person, signs everything that is done. */
export const Posts = ({ me: { posts, post: own, organisation: ownBody } }: { readonly me: Mine }) => {
  const { t, language } = useWords();
  const { failure, isAsking, ask } = useAsking(beginAgain);
  return (
    <Sec title={t('me.posts')}>
      <ul>
        {posts.map(({ post, organisation }) => (
          <li key={`${post.id} ${organisation.id}`} className={css.line}>
            {[organisation.label, post.label].map((label) => inLanguage(label, language)).join(' · ')}
            {post.id === own?.id && organisation.id === ownBody.id ? (
              <Status kind="closed">{t('me.posts.this')}</Status>
            ) : (
              <Button
                small
                disabled={isAsking}
                aria-label={t('me.posts.choose.one', { post: inLanguage(post.label, language) })}
                onClick={() => ask(door.choosePost({ postId: post.id, orgId: organisation.id }))}
              >
                {t('me.posts.choose')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <SaidNo failure={failure} />
    </Sec>
  );
};
