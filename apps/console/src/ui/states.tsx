import type { ReactNode } from 'react';
import type { Failure } from '../api/failure';
import { useWords } from '../words/use-words';
import { Button } from './button';
import css from './states.module.css';
import text from './text.module.css';

/** A page with nothing on it but why, and what can be done. */
export const Blank = ({
  title,
  said,
  children,
}: {
  readonly title: string;
  readonly said: string;
  readonly children?: ReactNode;
}) => (
  <div className={css.blank}>
    <h1>{title}</h1>
    <p className={css.said}>{said}</p>
    <div className={css.row}>{children}</div>
  </div>
);

/** Grey lines in the place of what is being read. */
export const Skeleton = ({ lines = 12 }: { readonly lines?: number }) => {
  const { t } = useWords();
  return (
    <div className={css.skeleton} role="status" aria-label={t('state.loading')}>
      {Array.from({ length: lines }, (_, at) => (
        <div key={at} className={css.bar} />
      ))}
    </div>
  );
};

/** Not for their role to see: it says so, and who could change that. */
const Denied = ({ failure: { message = '' } }: { readonly failure: Failure }) => {
  const { t } = useWords();
  return <Blank title={t('state.denied')} said={`${message} ${t('state.denied.who')}`} />;
};

/** What went wrong, in a sentence; the number is what the operator finds it by. */
export const Failed = ({ failure, onAgain }: { readonly failure: Failure; readonly onAgain: () => void }) => {
  const { t } = useWords();
  if (failure.code === 'ROLE_MAY_NOT') return <Denied failure={failure} />;
  return (
    <div role="alert">
      <Blank title={t('state.failed')} said={failure.message ?? t('state.failed.network')}>
        <Button kind="primary" onClick={onAgain}>
          {t('state.again')}
        </Button>
        {failure.id !== undefined && <span className={text.mono}>{t('state.failed.id', { id: failure.id })}</span>}
      </Blank>
    </div>
  );
};

/** A part of a page that could not be read: the rest stands. */
export const Unread = ({ onAgain }: { readonly onAgain: () => void }) => {
  const { t } = useWords();
  return (
    <p role="alert" className={text.dense}>
      {t('state.unread')}{' '}
      <Button small onClick={onAgain}>
        {t('state.again')}
      </Button>
    </p>
  );
};
