import { useState } from 'react';
import { toClipboard } from '../../lib/to-clipboard';
import { Button } from '../../ui/button';
import { useWords } from '../../words/use-words';
import css from './me.module.css';

/** What a program is to hold: on the page until it was taken, and never again. */
export const Secret = ({ secret, onKept }: { readonly secret: string; readonly onKept: () => void }) => {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <div className={css.form} role="status">
      <p>{t('me.secret.once')}</p>
      <code className={css.secret}>{secret}</code>
      <p className={css.acts}>
        <Button onClick={() => void toClipboard(secret).then(setCopied)}>
          {t(copied ? 'me.secret.copied' : 'me.secret.copy')}
        </Button>
        <Button kind="primary" onClick={onKept}>
          {t('me.secret.kept')}
        </Button>
      </p>
    </div>
  );
};
