import { door, type Chosen } from '../../api/door';
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
export const Posts = ({ me }: { readonly me: Mine }) => {
  const { t } = useWords();
  const { failure, isAsking, ask } = useAsking(beginAgain);
  return (
    <Sec title={t('me.posts')}>
      <ul>
        {me.posts.map((mine) => (
          <li key={keyOf(mine.post, mine.organisation, mine.onBehalfOf)} className={css.line}>
            <Line me={me} mine={mine} isAsking={isAsking} onChoose={() => ask(door.choosePost(chosenOf(mine)))} />
          </li>
        ))}
      </ul>
      <SaidNo failure={failure} />
    </Sec>
  );
};

type Post = Mine['posts'][number];
type Named = { readonly id: string } | null;

/** Tells a post of a body from all others, and of somebody else from one's own. */
const keyOf = (...parts: readonly Named[]): string => parts.map((part) => part?.id ?? '').join(' ');

const chosenOf = ({ post, organisation, onBehalfOf }: Post): Chosen => ({
  ...{ postId: post.id, orgId: organisation.id },
  ...(onBehalfOf && { onBehalfOf: onBehalfOf.id }),
});

interface LineProps {
  readonly me: Mine;
  readonly mine: Post;
  readonly isAsking: boolean;
  readonly onChoose: () => void;
}

/** A post that one may act in, and for whom, where it is another's. */
const Line = ({ me, mine: { post, organisation, onBehalfOf }, isAsking, onChoose }: LineProps) => {
  const { t } = useWords();
  const [body, title] = [organisation.label, post.label];
  const principal = onBehalfOf?.label ?? '';
  const isThis = keyOf(post, organisation, onBehalfOf) === keyOf(me.post, me.organisation, me.onBehalfOf);
  return (
    <>
      {[body, title, ...(onBehalfOf ? [t('acting.choose', { principal })] : [])].join(' · ')}
      {isThis ? (
        <Status kind="closed">{t('me.posts.this')}</Status>
      ) : (
        <Button
          small
          disabled={isAsking}
          aria-label={t('me.posts.choose.one', { post: title ?? '' })}
          onClick={onChoose}
        >
          {t('me.posts.choose')}
        </Button>
      )}
    </>
  );
};
