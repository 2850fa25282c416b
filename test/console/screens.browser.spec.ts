import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { inBrowser } from '../support/chromium.js';
import { root } from '../support/source-files.js';
import { RunningConsole } from './support/running-console.js';

jest.setTimeout(240_000);

/** Where a screen is, and who looks at it. */
const SCREENS = [
  { name: 'matrix', path: '/matrix', as: 'hq' },
  { name: 'findings', path: '/findings', as: 'supervision' },
  { name: 'nothing-here', path: '/nowhere', as: 'inspector' },
];

const LOOKS = [
  { language: 'zh', theme: 'light', width: 1440 },
  { language: 'en', theme: 'dark', width: 390 },
] as const;

inBrowser('the screens of the console', () => {
  let console: RunningConsole;
  beforeAll(async () => {
    console = await RunningConsole.start();
  }, 240_000);
  afterAll(() => console.stop());

  it('are built for those who use them, whoever has them built', () => {
    const assets = join(root, 'dist/console/assets');
    const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    // Only what React is for its developers says so.
    const forDevelopers = scripts.filter((name) => readFileSync(join(assets, name), 'utf8').includes('React DevTools'));
    expect(forDevelopers).toEqual([]);
  });

  it.each(SCREENS)('have no barrier, ask nobody else, and fit: $name', async ({ name, path, as }) => {
    for (const look of LOOKS) {
      const visit = await console.visit({ ...look, as });
      await visit.open(path);
      expect(await visit.barriers()).toEqual([]);
      expect([await visit.sideways(), visit.foreign, visit.complaints]).toEqual([0, [], []]);
      await visit.picture(`${name}-${look.language}-${look.theme}-${String(look.width)}`);
      await visit.close();
    }
  });

  it('show the duty that nobody holds, and open its cell by keys alone', async () => {
    const visit = await console.visit({ language: 'en', as: 'hq' });
    await visit.open('/findings');
    await visit.page.keyboard.press('g');
    await visit.page.keyboard.press('m');
    await visit.page.getByRole('grid').waitFor();
    await visit.page.getByText('Nobody between two steps').waitFor();
    await visit.page.getByText(/are held by .+ and .+, this one by nobody/).waitFor();
    await visit.page.keyboard.press('u');
    await visit.page.keyboard.press('Enter');
    await visit.page.getByRole('heading', { name: /Verify the health code/ }).waitFor();
    expect(new URL(visit.page.url()).searchParams.get('cell')).toMatch(/^dutyPoint-\S+ \w+$/);
    await visit.picture('matrix-cell-en-light');
    await visit.page.keyboard.press('Escape');
    await visit.page.getByRole('heading', { name: 'Gaps' }).waitFor();
    expect(await visit.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('gridcell');
    await visit.close();
  });

  it('open a finding from the list, and show its course', async () => {
    const visit = await console.visit({ language: 'zh', as: 'supervision' });
    await visit.open('/findings');
    await visit.page.getByRole('link', { name: /七个班次/ }).click();
    await visit.page.getByRole('list', { name: '经过' }).waitFor();
    expect(await visit.page.locator('[aria-current=step]').innerText()).toContain('报完成');
    expect(await visit.barriers()).toEqual([]);
    await visit.picture('finding-zh-light-1440');
    await visit.close();
  });

  it('look back at a moment that the address names, and say so', async () => {
    const visit = await console.visit({ language: 'zh', as: 'hq' });
    await visit.open('/findings?asOf=2022-01-01T00%3A00%3A00.000Z');
    await visit.page.getByText('正在查看过去的时点，不能办理。').waitFor();
    await visit.picture('findings-zh-past');
    await visit.page.getByRole('button', { name: '回到现在' }).click();
    await visit.page.getByRole('link', { name: /七个班次/ }).waitFor();
    await visit.close();
  });
});
