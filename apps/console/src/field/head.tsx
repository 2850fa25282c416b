import { LANGUAGE_TAGS, type Language } from '../lib/language';
import { prefer } from '../lib/preferences';
import css from './field.module.css';
import { useSay } from './say';

const OTHER: Readonly<Record<Language, { readonly language: Language; readonly name: string }>> = {
  zh: { language: 'en', name: 'English' },
  en: { language: 'zh', name: '中文' },
};

/** What this is, and the other language by its own name. */
export const Head = () => {
  const { t, language } = useSay();
  const other = OTHER[language];
  return (
    <header className={css.head}>
      <h1>{t('phone.title')}</h1>
      <button
        type="button"
        className={css.link}
        lang={LANGUAGE_TAGS[other.language]}
        onClick={() => prefer({ language: other.language })}
      >
        {other.name}
      </button>
    </header>
  );
};
