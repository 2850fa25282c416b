import { expect, it } from '@jest/globals';
import { CATALOGUE } from '../../apps/console/src/words/catalogue';
import { inEach } from './support/looks.js';
import type { RunningConsole } from './support/running-console.js';
import type { Visit } from './support/visit.js';

const PATHS = [
  { path: '/', as: 'hq' },
  { path: '/matrix', as: 'hq' },
  { path: '/directives', as: 'hq' },
  { path: '/findings', as: 'supervision' },
  { path: '/findings/new', as: 'inspector' },
  { path: '/inbox', as: 'chu.kou' },
] as const;

const KEYS = Object.keys(CATALOGUE).filter((key) => key.includes('.'));

/** A screen of 1440 × 900 at 200 %, as the page sees it. */
const ZOOMED = { width: 720, height: 450 };
const USUAL = { width: 1440, height: 900 };

/** Texts of the catalogue that are shown by their names. */
const untranslated = async ({ page }: Visit): Promise<readonly string[]> => {
  const words = (await page.locator('body').innerText()).split(/[\s，。、：]+/);
  return KEYS.filter((key) => words.includes(key));
};

/** Makes each text nearly half as long again, as translations are: what is shown must have room for it. */
const stretch = ({ page }: Visit) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      const more = Math.ceil(text.data.trim().length * 0.4);
      if (more > 0) text.data += ' ӁӁӁ'.repeat(Math.ceil(more / 4)).slice(0, more + 1);
    }
  });

/** What cannot be read whole: text that reaches beyond what cuts it off, and does not say so by three dots. */
const cutOff = ({ page }: Visit): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isCut = (one: Element): boolean => {
      const { right, width } = one.getBoundingClientRect();
      for (let around = one.parentElement; around !== null && width > 1; around = around.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(around);
        if (textOverflow === 'ellipsis') return false;
        if (overflowX !== 'visible') return right > around.getBoundingClientRect().right + 1;
      }
      return false;
    };
    const hasText = (one: Element) =>
      [...one.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim() !== '');
    return [...document.querySelectorAll('body *')]
      .filter((one) => hasText(one) && getComputedStyle(one).textOverflow !== 'ellipsis' && isCut(one))
      .map((one) => one.outerHTML.slice(0, 160));
  });

/** How the console holds up where people need it larger, in another language, or on paper. */
export const looksFlows = (running: () => RunningConsole): void => {
  it.each(PATHS)(
    'fit at 200 %, in large text and in longer words, all of them translated: $path',
    async ({ path, as }) => {
      await inEach([{ language: 'zh' }, { language: 'en' }], running(), as, async (visit, { language }) => {
        await visit.open(path);
        expect(await untranslated(visit)).toEqual([]);
        await visit.page.setViewportSize(ZOOMED);
        expect([await visit.sideways(), await cutOff(visit)]).toEqual([0, []]);
        await visit.page.setViewportSize(USUAL);
        await visit.page.evaluate(() => (document.documentElement.dataset['text'] = 'large'));
        expect([await visit.sideways(), await cutOff(visit)]).toEqual([0, []]);
        await visit.page.evaluate(() => (document.documentElement.dataset['text'] = 'normal'));
        await stretch(visit);
        await visit.picture(`stretched${path.replaceAll('/', '-')}-${language}`);
        expect([await visit.sideways(), await cutOff(visit)]).toEqual([0, []]);
      });
    },
  );

  it.each(PATHS.slice(0, 4))('print what is read, without what is pressed around it: $path', async ({ path, as }) => {
    const visit = await running().visit({ language: 'zh', as, theme: 'dark' });
    await visit.open(path);
    await visit.page.emulateMedia({ media: 'print' });
    await visit.page.setViewportSize({ width: 794, height: 1123 });
    expect(await visit.page.getByRole('banner').isVisible()).toBe(false);
    expect(await visit.page.getByRole('link', { name: '总览', exact: true }).isVisible()).toBe(false);
    expect(await visit.page.getByRole('main').isVisible()).toBe(true);
    expect(await visit.sideways()).toBe(0);
    // Paper is white, whatever the screen is.
    const ground = await visit.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await visit.picture(`print${path.replaceAll('/', '-')}`);
    expect(ground).toMatch(/^rgb\(2\d\d, 2\d\d, 2\d\d\)$/);
    await visit.close();
  });

  it('say of a place what its duty points lack, and nothing of a place that has none', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    await visit.open('/');
    const places = visit.page.getByRole('table', { name: '各地四方责任' });
    const said = async (place: string) =>
      (await places.getByRole('row', { name: place }).getByRole('cell').allInnerTexts())
        .slice(1)
        .map((cell) => cell.replace(/^(属地|部门|单位|个人|责任点)\s*/, '').trim());
    expect(await said('K1县')).toEqual([...Array<string>(4).fill('⊘1'), '4']);
    expect(await said('K2县')).toEqual([...Array<string>(4).fill('–'), '0']);
    await visit.close();
  });

  it('give the overview as a few lines of text, to be passed on by message', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    await visit.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await visit.open('/');
    await visit.page.getByRole('button', { name: '复制简报' }).click();
    await visit.page.getByText('已复制四行文字').waitFor();
    const lines = (await visit.page.evaluate(() => navigator.clipboard.readText())).split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^【四方 .+】$/),
      expect.stringMatching(/^悬空 1 项：K1县火车站 · 出站口核验健康码，已 \d+ 天，兜底 K1县。$/),
      expect.stringMatching(/^未销号 \d+ 件，24 小时内到期 \d+ 件，逾期 \d+ 件，反弹 \d+ 件。$/),
      expect.stringMatching(/^传达：.+，\d+ 个单位签收 \d+ 个，续传 \d+ 个。$/),
    ]);
    expect(await visit.barriers()).toEqual([]);
    await visit.close();
  });
};
