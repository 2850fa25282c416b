import { useState, type SyntheticEvent } from 'react';
import { door } from '../api/door';
import { HONEST_MINUTES, minutesApart } from '../lib/server-time';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { useWords } from '../words/use-words';
import { SaidNo } from './said-no';
import css from './sign-in.module.css';
import { useAsking } from './use-asking';

/** Name and password. What is wrong of the two is not said. */
export const SignInForm = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { failure, isAsking, ask } = useAsking(onDone);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    ask(door.signIn(name, password));
  };
  const apart = minutesApart();
  return (
    <form onSubmit={submit}>
      <Field
        {...{ label: t('signIn.name'), name: 'name', autoComplete: 'username', required: true, autoFocus: true }}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Field
        {...{ label: t('signIn.password'), name: 'password', autoComplete: 'current-password', required: true }}
        type="password"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <SaidNo failure={failure} />
      <p className={css.acts}>
        <Button kind="primary" type="submit" disabled={isAsking}>
          {t('signIn.do')}
        </Button>
      </p>
      {apart >= HONEST_MINUTES && <p className={css.why}>{t('signIn.clock', { n: apart })}</p>}
    </form>
  );
};
