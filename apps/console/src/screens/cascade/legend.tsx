import { useWords } from '../../words/use-words';
import css from './legend.module.css';

/** What the marks on the axis mean, and the keys. */
export const Legend = () => {
  const { t } = useWords();
  return (
    <p className={css.legend}>
      <span>
        <i className={css.waits} aria-hidden /> {t('cascade.waits.sign')}
      </span>
      <span>
        <i className={css.passes} aria-hidden /> {t('cascade.waits.pass')}
      </span>
      <span>
        <i className={css.broken} aria-hidden /> ✗ {t('cascade.broken')}
      </span>
      <span className={css.keys}>{t('cascade.hint')}</span>
    </p>
  );
};
