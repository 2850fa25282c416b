import { door, type HeldPost } from '../api/door';
import { inLanguage } from '../lib/both';
import { useWords } from '../words/use-words';
import { SaidNo } from './said-no';
import css from './sign-in.module.css';
import { useAsking } from './use-asking';

/** The post, not only the person, signs everything that is done: who holds several says which. */
export const PostChoice = ({ posts, onDone }: { readonly posts: readonly HeldPost[]; readonly onDone: () => void }) => {
  const { language } = useWords();
  const { failure, isAsking, ask } = useAsking(onDone);
  return (
    <>
      <ul className={css.posts}>
        {posts.map((held) => (
          <li key={`${held.postId} ${held.orgId}`}>
            <button type="button" className={css.post} disabled={isAsking} onClick={() => ask(door.choosePost(held))}>
              {inLanguage(held.post, language)}
              <span className={css.body}>{inLanguage(held.organisation, language)}</span>
            </button>
          </li>
        ))}
      </ul>
      <SaidNo failure={failure} />
    </>
  );
};
