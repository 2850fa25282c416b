import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useWords } from '../words/use-words';
import { Button } from './button';
import css from './dialog.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** What closing it does; without it the dialog stays until what it asks for was done. */
  readonly onClose?: () => void;
}

/** Lies above the page and keeps the focus, by the browser's own means. */
export const Dialog = ({ title, children, onClose }: Props) => {
  const { t } = useWords();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={css.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <header className={css.head}>
        <h2 id={id}>{title}</h2>
        {onClose && (
          <Button kind="text" small onClick={onClose}>
            {t('keys.escape')} <kbd>Esc</kbd>
          </Button>
        )}
      </header>
      {children}
    </dialog>
  );
};
