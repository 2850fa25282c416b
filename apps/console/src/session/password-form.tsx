import { useState, type SyntheticEvent } from 'react';
import { door } from '../api/door';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useWords } from '../words/use-words';
import { SaidNo } from './said-no';
import css from './sign-in.module.css';
import { useAsking } from './use-asking';

const NEW = { type: 'password', autoComplete: 'new-password', required: true };

/** Another password, by who knows the present one. */
export const PasswordForm = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useWords();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const { failure, isAsking, ask } = useAsking(onDone);
  const differs = again !== '' && again !== next;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!differs) ask(door.changePassword(current, next));
  };
  return (
    <form onSubmit={submit}>
      <Field
        {...{ label: t('password.current'), type: 'password', autoComplete: 'current-password' }}
        required
        autoFocus
        value={current}
        onChange={({ target }) => setCurrent(target.value)}
      />
      <Field {...NEW} label={t('password.next')} value={next} onChange={({ target }) => setNext(target.value)} />
      <Field
        {...NEW}
        label={t('password.again')}
        value={again}
        wrong={differs ? t('password.differ') : undefined}
        onChange={({ target }) => setAgain(target.value)}
      />
      <SaidNo failure={failure} />
      <p className={css.acts}>
        <Button kind="primary" type="submit" disabled={isAsking || differs}>
          {t('password.do')}
        </Button>
      </p>
    </form>
  );
};
