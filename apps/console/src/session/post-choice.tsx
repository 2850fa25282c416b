import { door, type Chosen, type HeldPost, type SignedIn } from '../api/door';
import { useWords } from '../words/use-words';
import { SaidNo } from './said-no';
import css from './sign-in.module.css';
import { useAsking } from './use-asking';

interface Props extends Pick<SignedIn, 'posts' | 'forOthers'> {
  readonly onDone: () => void;
}

/** The post, not only the person, signs everything that is done: who may act in several says in which, and for whom. */
export const PostChoice = ({ posts, forOthers, onDone }: Props) => {
  const { t } = useWords();
  const { failure, isAsking, ask } = useAsking(onDone);
  const choice = (held: HeldPost & Chosen, note?: string) => (
    <li key={`${held.postId} ${held.orgId} ${held.onBehalfOf ?? ''}`}>
      <button type="button" className={css.post} disabled={isAsking} onClick={() => ask(door.choosePost(held))}>
        {held.post}
        <span className={css.body}>{held.organisation}</span>
        {note !== undefined && <span className={css.body}>{note}</span>}
      </button>
    </li>
  );
  return (
    <>
      <ul className={css.posts}>
        {posts.map((held) => choice(held))}
        {forOthers.map((held) => choice(held, t('acting.choose', { principal: held.principal ?? '' })))}
      </ul>
      <SaidNo failure={failure} />
    </>
  );
};
