import { useNavigate } from '@tanstack/react-router';
import { useState, type SyntheticEvent, type RefObject } from 'react';
import { useWords } from '../words/use-words';

interface Props {
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly className: string | undefined;
}

/** Looks for findings by their words. */
export const SearchBox = ({ fieldRef, className }: Props) => {
  const { t } = useWords();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void navigate({ to: '/findings', search: { text: text.trim() } });
  };
  return (
    <form role="search" className={className} onSubmit={submit}>
      <input
        ref={fieldRef}
        type="search"
        aria-label={t('top.search')}
        placeholder={t('top.search')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <kbd aria-hidden>/</kbd>
    </form>
  );
};
