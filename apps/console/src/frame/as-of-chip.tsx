import { useState, type SyntheticEvent } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { useTelling } from '../words/use-telling';
import { useWords } from '../words/use-words';
import { useAsOf } from './as-of';
import css from './as-of-chip.module.css';
import { PlainButton } from './plain-button';

/** Beijing has one time, all year. */
const instantOf = (local: string): string => new Date(`${local}:00+08:00`).toISOString();

/** Which moment is looked at, where it is not now; otherwise the way to one. */
export const AsOfChip = () => {
  const { t } = useWords();
  const telling = useTelling();
  const { asOf, setAsOf } = useAsOf();
  const [isOpen, open] = useState(false);
  const [local, setLocal] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    open(false);
    setAsOf(instantOf(local));
  };
  if (asOf !== undefined) return <span className={css.chip}>{t('top.asOf', { at: telling.moment(asOf) })}</span>;
  return (
    <>
      <PlainButton onClick={() => open(true)}>{t('top.asOf.choose')}</PlainButton>
      {isOpen && (
        <Dialog title={t('top.asOf.title')} onClose={() => open(false)}>
          <form onSubmit={submit}>
            <Field
              {...{ label: t('top.asOf.field'), type: 'datetime-local', required: true }}
              value={local}
              onChange={({ target }) => setLocal(target.value)}
            />
            <p className={css.acts}>
              <Button kind="primary" type="submit">
                {t('top.asOf.show')}
              </Button>
            </p>
          </form>
        </Dialog>
      )}
    </>
  );
};
