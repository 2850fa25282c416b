import { createContext, use } from 'react';
import { graphql } from '../../api/graphql';
import { useRead } from '../../api/use-read';
import type { EntryProps } from '../../forms/act';
import { textIn } from '../../forms/draft';
import { useLabel } from '../../forms/label';
import { inLanguage } from '../../lib/both';
import css from '../../ui/field.module.css';
import { WrappedField } from '../../ui/wrapped-field';
import { useWords } from '../../words/use-words';

const POSTS = graphql(`
  query PostsOf($id: ID!) {
    organisation(id: $id) {
      id
      posts {
        id
        title
      }
    }
  }
`);

/** The body whose posts there are to choose from: the one that was entered. */
export const Body = createContext('');

/** A post of the body that was chosen. */
export const PostEntry = (props: EntryProps) => {
  const { t } = useWords();
  const label = useLabel();
  const body = use(Body);
  const { field, faults, at } = props;
  return (
    <WrappedField label={label(field.label)} wrong={faults.get(at)}>
      {(tied) =>
        body === '' ? (
          <select {...tied} className={css.input} disabled>
            <option>{t('access.post.first')}</option>
          </select>
        ) : (
          <Posts {...props} body={body} tied={tied} />
        )
      }
    </WrappedField>
  );
};

const Posts = ({ value, onChange, body, tied }: EntryProps & { readonly body: string; readonly tied: object }) => {
  const { t, language } = useWords();
  const read = useRead(POSTS, { id: body });
  const posts = read.at === 'read' ? (read.data.organisation?.posts ?? []) : [];
  return (
    <select {...tied} className={css.input} value={textIn(value)} onChange={({ target }) => onChange(target.value)}>
      <option value="">{t('form.choose')}</option>
      {posts.map(({ id, title }) => (
        <option key={id} value={id}>
          {inLanguage(title, language)}
        </option>
      ))}
    </select>
  );
};
