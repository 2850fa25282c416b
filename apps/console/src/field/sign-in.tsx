import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { door, type HeldPost } from '../api/door';
import { useAsking } from '../session/use-asking';
import css from './field.module.css';
import { Head } from './head';
import { useSay } from './say';

interface FrameProps {
  readonly title: string;
  /** How many unsent findings the phone keeps: more of them nobody sees here. */
  readonly unsent: number;
  /** Why one stands here again. */
  readonly why?: string | undefined;
  readonly children: ReactNode;
}

/** The page of those who are not in. */
export const Gate = ({ title, unsent, why, children }: FrameProps) => {
  const { t } = useSay();
  return (
    <main className={css.page}>
      <Head />
      <div role="status">
        {!isSecureContext && <p className={css.banner}>{t('phone.insecure')}</p>}
        {why !== undefined && <p className={css.banner}>{why}</p>}
        {unsent > 0 && <p className={css.quiet}>{t('phone.unsent', { n: unsent })}</p>}
      </div>
      <section className={css.gate}>
        <h2>{title}</h2>
        {children}
      </section>
    </main>
  );
};

/** Name and password. */
export const SignIn = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useSay();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { failure, isAsking, ask } = useAsking(onDone);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    ask(door.signIn(name, password));
  };
  return (
    <form onSubmit={submit} aria-label={t('phone.signIn')}>
      <label>
        {t('phone.name')}
        <input
          {...{ name: 'name', autoComplete: 'username', autoCapitalize: 'none', required: true, value: name }}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <label>
        {t('phone.password')}
        <input
          {...{ name: 'password', type: 'password', autoComplete: 'current-password', required: true, value: password }}
          onChange={({ target }) => setPassword(target.value)}
        />
      </label>
      {failure && (
        <p className={css.wrong} role="alert">
          ● {failure.message ?? t('phone.failed')}
        </p>
      )}
      <button type="submit" className={css.primary} disabled={isAsking}>
        {t('phone.signIn')}
      </button>
    </form>
  );
};

interface PostsProps {
  readonly posts: readonly HeldPost[];
  readonly onDone: () => void;
}

/** In which post somebody acts who holds several. */
export const Posts = ({ posts, onDone }: PostsProps) => {
  const { t } = useSay();
  const { failure, isAsking, ask } = useAsking(onDone);
  return (
    <>
      {posts.map((post) => (
        <button
          key={`${post.postId} ${post.orgId}`}
          type="button"
          className={css.choice}
          disabled={isAsking}
          onClick={() => ask(door.choosePost(post))}
        >
          {post.post}
          <small>{post.organisation}</small>
        </button>
      ))}
      {failure && (
        <p className={css.wrong} role="alert">
          ● {failure.message ?? t('phone.failed')}
        </p>
      )}
    </>
  );
};
