import { expect, it } from '@jest/globals';
import type { RunningConsole } from './support/running-console.js';
import type { Visit } from './support/visit.js';

/** Names of the demo that stand on the record in both languages. */
const PAGES = [
  { path: '/bodies', zh: 'Q市指挥部', en: 'Headquarters of City Q' },
  { path: '/people', zh: '凌掌', en: 'Ling Zhang' },
  { path: '/matrix', zh: 'K1县', en: 'County K1' },
] as const;

const isMarked = ({ page }: Visit): Promise<boolean> => page.evaluate(() => 'isSamePage' in window);

/** What things are called follows the language of whoever reads, on the page that is open. */
export const languageFlows = (running: () => RunningConsole): void => {
  it.each(PAGES)(
    'call things by the names of the language, also once it is changed: $path',
    async ({ path, zh, en }) => {
      const visit = await running().visit({ language: 'zh', as: 'hq' });
      await visit.open(path);
      const main = visit.page.locator('main');
      const isCalled = (name: string) => main.getByText(name).first().waitFor();
      await isCalled(zh);
      expect(await main.innerText()).not.toContain(en);
      await visit.page.evaluate(() => Object.assign(window, { isSamePage: true }));
      await visit.page.getByRole('button', { name: 'English', exact: true }).click();
      await isCalled(en);
      await visit.page.getByRole('button', { name: '中文', exact: true }).click();
      await isCalled(zh);
      await main.getByText(en).first().waitFor({ state: 'detached' });
      expect(await isMarked(visit)).toBe(true);
      await visit.close();
    },
  );
};
