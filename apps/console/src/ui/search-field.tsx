import { useState, type SyntheticEvent } from 'react';
import css from './search-field.module.css';

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  readonly onSearch: (text: string | undefined) => void;
}

/** A few words to look for: asked for with Enter, and taken back by emptying the line. */
export const SearchField = ({ label, value, onSearch }: Props) => {
  const [text, setText] = useState(value ?? '');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const words = text.trim();
    onSearch(words === '' ? undefined : words);
  };
  return (
    <form role="search" aria-label={label} onSubmit={submit}>
      <input
        type="search"
        className={css.input}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </form>
  );
};
