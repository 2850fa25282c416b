import type { EntryProps } from './act';
import { textIn } from './draft';
import field from '../ui/field.module.css';
import { WrappedField } from '../ui/wrapped-field';
import { useWords } from '../words/use-words';

interface Props extends EntryProps {
  readonly posts: readonly { readonly id: string; readonly title: string }[];
}

/** One of a few posts, by its title. */
export const PostChoice = ({ value, onChange, faults, at, posts }: Props) => {
  const { t } = useWords();
  return (
    <WrappedField label={t('bodies.posts.post')} wrong={faults.get(at)}>
      {(tied) => (
        <select
          {...tied}
          className={field.input}
          value={textIn(value)}
          onChange={({ target }) => onChange(target.value)}
        >
          <option value="">{t(posts.length === 0 ? 'people.post.none' : 'form.choose')}</option>
          {posts.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      )}
    </WrappedField>
  );
};
