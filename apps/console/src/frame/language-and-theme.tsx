import { LANGUAGE_TAGS, type Language } from '../lib/language';
import { prefer, usePreferences } from '../lib/preferences';
import { useWords } from '../words/use-words';
import { PlainButton } from './plain-button';

const OTHER: Readonly<Record<Language, { readonly language: Language; readonly name: string }>> = {
  zh: { language: 'en', name: 'English' },
  en: { language: 'zh', name: '中文' },
};

const OTHER_THEME = { light: 'dark', dark: 'light' } as const;

/** The other language by its own name, and the other theme. */
export const LanguageAndTheme = () => {
  const { t } = useWords();
  const { language, theme } = usePreferences();
  const other = OTHER[language];
  const otherTheme = OTHER_THEME[theme];
  return (
    <>
      <PlainButton lang={LANGUAGE_TAGS[other.language]} onClick={() => prefer({ language: other.language })}>
        {other.name}
      </PlainButton>
      <PlainButton onClick={() => prefer({ theme: otherTheme })}>{t(`top.${otherTheme}`)}</PlainButton>
    </>
  );
};
