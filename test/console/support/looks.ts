import type { RunningConsole, Look } from './running-console.js';
import type { Visit } from './visit.js';

/** In both languages and themes, wide and narrow. */
export const LOOKS = [
  { language: 'zh', theme: 'light', width: 1440 },
  { language: 'en', theme: 'dark', width: 390 },
] as const;

/** The same where people are looked for by Chinese words. */
export const IN_CHINESE = LOOKS.map((look) => ({ ...look, language: 'zh' }) as const);

/** The name of a picture in one of them. */
export const pictured = (name: string, { language, theme, width }: Required<Omit<Look, 'as' | 'host'>>): string =>
  `${name}-${language}-${theme}-${String(width)}`;

/** Does the same in every look, in all of them at once, with a browser of its own each. */
export const inEach = async <One extends Look>(
  looks: readonly One[],
  console: RunningConsole,
  as: string,
  act: (visit: Visit, look: One) => Promise<void>,
): Promise<void> => {
  const one = async (look: One) => {
    const visit = await console.visit({ ...look, as });
    await act(visit, look);
    await visit.close();
  };
  await Promise.all(looks.map(one));
};
