import { useState } from 'react';
import { Button } from '../../ui/button';
import { useWords } from '../../words/use-words';
import css from './me.module.css';

/** What a program is to hold: on the page until it was taken, and never again. */
export const Secret = ({ secret, onKept }: { readonly secret: string; readonly onKept: () => void }) => {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  // Without HTTPS a page cannot copy: it is selected by hand then.
  const clipboard = 'clipboard' in navigator ? navigator.clipboard : undefined;
  return (
    <div className={css.form} role="status">
      <p>{t('me.secret.once')}</p>
      <code className={css.secret}>{secret}</code>
      <p className={css.acts}>
        {clipboard && (
          <Button onClick={() => void clipboard.writeText(secret).then(() => setCopied(true))}>
            {t(copied ? 'me.secret.copied' : 'me.secret.copy')}
          </Button>
        )}
        <Button kind="primary" onClick={onKept}>
          {t('me.secret.kept')}
        </Button>
      </p>
    </div>
  );
};
