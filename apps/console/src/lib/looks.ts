import { onPreference, preferences } from './preferences';

const show = () => {
  const { theme, text } = preferences();
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.text = text;
};

/** The page looks as its reader likes, from before anything is drawn. */
export const startLooks = (): void => {
  show();
  onPreference(show);
};
