import { useSyncExternalStore } from 'react';

/** What there is to choose from. `keys` is whether single keys do something. */
const CHOICES = {
  language: ['zh', 'en'],
  theme: ['light', 'dark'],
  text: ['normal', 'large'],
  keys: ['on', 'off'],
} as const;

/** What one person likes at one browser. All else that a page shows is in its address. */
export type Preferences = { readonly [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };

const KEY = 'sifang-preferences';

const usual = (): Preferences => ({
  language: navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh',
  theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  text: 'normal',
  keys: 'on',
});

const isChoice = ([name, value]: readonly [string, unknown]): boolean =>
  Object.entries(CHOICES).some(([choice, known]) => choice === name && known.some((one) => one === value));

/** Only what was kept and is one of what there can be; a browser that keeps nothing has the usual. */
const kept = (): Partial<Preferences> => {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? '{}') as object;
    return Object.fromEntries(Object.entries(value).filter(isChoice));
  } catch {
    return {};
  }
};

let present: Preferences = { ...usual(), ...kept() };
const listeners = new Set<() => void>();

/** What is liked now. */
export const preferences = (): Preferences => present;

/** Changes some of it, here and for the next visit. */
export const prefer = (part: Partial<Preferences>): void => {
  present = { ...present, ...part };
  try {
    localStorage.setItem(KEY, JSON.stringify(present));
  } catch {
    // It holds for this visit.
  }
  for (const listener of listeners) listener();
};

/** Tells of every change; answers how to stop. */
export const onPreference = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(onPreference, preferences);
