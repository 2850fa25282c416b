import { useState } from 'react';
import { PasswordForm } from '../../session/password-form';
import { Button } from '../../ui/button';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import { useWords } from '../../words/use-words';
import css from './me.module.css';

/** Another password of one's own. */
export const Password = () => {
  const { t } = useWords();
  const [at, go] = useState<'rest' | 'open' | 'done'>('rest');
  return (
    <Sec title={t('me.password')}>
      {at === 'open' ? (
        <PasswordForm onDone={() => go('done')} />
      ) : (
        <p className={css.line}>
          {at === 'done' ? <Status kind="closed">{t('me.password.done')}</Status> : t('me.password.note')}
          <Button small onClick={() => go('open')}>
            {t('me.password.change')}
          </Button>
        </p>
      )}
    </Sec>
  );
};
