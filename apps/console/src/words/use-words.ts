import i18next, { type i18n } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { LANGUAGE_TAGS, type Language } from '../lib/language';
import { onPreference, preferences } from '../lib/preferences';
import { CATALOGUE, type Catalogue, type Key } from './catalogue';
import type { Text } from './words';

type Named<T> = T extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Named<Rest> : never;
type NamesIn<K extends Key> = Named<Catalogue[K][0]>;
type Value<Name> = Name extends 'count' ? number : string | number;
/** What has to be told with a text: nothing, or a value for every name in it. */
type Values<K extends Key> = [NamesIn<K>] extends [never]
  ? []
  : [values: { readonly [Name in NamesIn<K>]: Value<Name> }];

/** A text of the catalogue, with its values, in the language of whoever reads. */
export type Say = <K extends Key>(key: K, ...values: Values<K>) => string;

const entries = Object.entries<Text>(CATALOGUE);
const chinese = Object.fromEntries(
  entries.flatMap(([key, [zh]]) => [[key, zh] as const, [`${key}_other`, zh] as const]),
);
const english = Object.fromEntries(
  entries.flatMap(
    ([key, [, en, plural = en]]) =>
      [
        [key, en],
        [`${key}_one`, en],
        [`${key}_other`, plural],
      ] as const,
  ),
);

/** The page says which language it is in, and the words follow what is preferred. */
const follow = (words: i18n) => () => {
  const { language } = preferences();
  document.documentElement.lang = LANGUAGE_TAGS[language];
  document.title = words.t('app.name', { lng: language });
  if (words.language !== language) void words.changeLanguage(language);
};

/** Has the catalogue ready before anything is drawn. */
export const startWords = async (): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: preferences().language,
    resources: { zh: { translation: chinese }, en: { translation: english } },
    interpolation: { escapeValue: false },
    keySeparator: false,
    nsSeparator: false,
  });
  const followed = follow(i18next);
  followed();
  onPreference(followed);
};

/** The catalogue, in the language that is preferred; who uses it is drawn again when that changes. */
export const useWords = (): { readonly t: Say; readonly language: Language } => {
  const { t, i18n: words } = useTranslation();
  return { t: (key, ...[values]) => t(key, values ?? {}), language: words.language === 'en' ? 'en' : 'zh' };
};
