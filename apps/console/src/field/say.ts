import { type Language } from '../lib/language';
import { usePreferences } from '../lib/preferences';
import { phoneWords } from '../words/phone.words';

type Words = typeof phoneWords;
export type Key = keyof Words;
type Named<T> = T extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Named<Rest> : never;
type Values<K extends Key> = [Named<Words[K][0]>] extends [never]
  ? []
  : [values: { readonly [Name in Named<Words[K][0]>]: string | number }];

/** A text of the form, with its values. */
export type Say = <K extends Key>(key: K, ...values: Values<K>) => string;

const saying =
  (language: Language): Say =>
  (key, ...[values]) => {
    const [zh, en] = phoneWords[key];
    const text: string = { zh, en }[language];
    const known = new Map(Object.entries<string | number>(values ?? {}));
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(known.get(name) ?? ''));
  };

/** The texts of the form in the language that is preferred; who uses them is drawn again when that changes. */
export const useSay = (): { readonly t: Say; readonly language: Language } => {
  const { language } = usePreferences();
  return { t: saying(language), language };
};
