import { expect, it } from '@jest/globals';
import { inEach, pictured } from './support/looks.js';
import { eventsOf, madeList } from './support/made-lists.js';
import type { RunningConsole } from './support/running-console.js';

const LOOKS = [
  { language: 'zh', theme: 'light', width: 1440 },
  { language: 'en', theme: 'dark', width: 1440 },
  { language: 'en', theme: 'light', width: 390 },
] as const;

const LISTS = {
  findings: 'findings(first: 50) { edges { node { id description } } }',
  gaps: 'gaps(first: 50) { edges { node { kind dutyPoint { id } } } }',
} as const;

/** The history of something of the demo, found in a list as a discipline officer may see it: by the first id beside what is looked for. */
const placeOf = async (console: RunningConsole, list: keyof typeof LISTS, like: RegExp): Promise<string> => {
  const { data } = await console.api.ask('discipline', `{ ${LISTS[list]} }`);
  const { edges } = data?.[list] as { readonly edges: readonly unknown[] };
  const found = edges.map((edge) => JSON.stringify(edge)).find((text) => like.test(text));
  return `/history/${found?.match(/(?:finding|dutyPoint)-[0-9a-f-]{36}/)?.[0] ?? ''}`;
};

/** What is done at the event history: in the browser and on the server that the other screens are looked at on. */
export const historyFlows = (running: () => RunningConsole): void => {
  it('tell a whole record, in both languages and themes, wide and narrow', async () => {
    const path = await placeOf(running(), 'findings', /班次/);
    await inEach(LOOKS, running(), 'discipline', async (visit, look) => {
      await visit.open(path);
      await visit.page.locator('[data-position]').first().waitFor();
      expect(await visit.barriers()).toEqual([]);
      expect([await visit.sideways(), visit.foreign, visit.complaints]).toEqual([0, [], []]);
      await visit.picture(pictured('history', look));
    });
  });

  it('go through a record by keys alone: events, moments, views, comparison and check', async () => {
    const visit = await running().visit({ language: 'zh', as: 'discipline' });
    const { page } = visit;
    const chosen = () => new URL(page.url()).searchParams;
    await visit.open(await placeOf(running(), 'gaps', /orphanStep|ORPHAN/));
    await page.locator('[data-position]').first().waitFor();
    await visit.picture('history-point-zh-light');
    await page.keyboard.press('BracketLeft');
    await page.waitForURL(/event=/);
    const before = chosen().get('event');
    await page.keyboard.press('KeyK');
    await page.waitForFunction((old) => new URL(location.href).searchParams.get('event') !== old, before);
    await page.keyboard.press('KeyD');
    await page.getByText(/项未变/).waitFor();
    await visit.picture('history-diff-zh-light');
    await page.keyboard.press('KeyV');
    await page.getByText('4 步相符，在本浏览器内算出').waitFor();
    expect(await visit.barriers()).toEqual([]);
    await visit.picture('history-check-zh-light');
    await page.keyboard.press('Comma');
    await page.getByText('正在查看过去的时点，不能办理。').waitFor();
    expect(chosen().get('asOf')).toMatch(/^\d{4}-/);
    await page.getByRole('slider', { name: '查看的时点' }).focus();
    await page.keyboard.press('ArrowLeft');
    await visit.settled();
    expect(await visit.barriers()).toEqual([]);
    await visit.picture('history-past-zh-light');
    for (const [key, view] of [
      ['Digit3', 'graph'],
      ['Digit4', 'raw'],
      ['Digit2', 'list'],
    ] as const) {
      await page.keyboard.press(key);
      await page.waitForURL(new RegExp(`view=${view}`));
      expect([await visit.barriers(), await visit.sideways()]).toEqual([[], 0]);
      await visit.picture(`history-${view}-zh-light`);
    }
    await visit.close();
  });

  it('narrow a record by what the address says, and say that nothing is like that', async () => {
    const visit = await running().visit({ language: 'en', as: 'discipline' });
    await visit.open(`${await placeOf(running(), 'findings', /班次/)}?text=${encodeURIComponent('type:Confirmed')}`);
    await visit.page.getByText(/^1 of \d+ events/).waitFor();
    await visit.page.getByRole('searchbox', { name: /Narrow/ }).fill('nothing like it');
    await visit.page.getByText('No event is like that.').waitFor();
    await visit.page.getByRole('button', { name: 'Show all' }).click();
    await visit.page.locator('[data-position]').nth(3).waitFor();
    await visit.close();
  });

  it('say no more of a record that is not theirs to see than of one that is not there', async () => {
    const visit = await running().visit({ language: 'zh', as: 'public' });
    await visit.open(await placeOf(running(), 'findings', /班次/));
    await visit.page.getByRole('heading', { name: '此卷不存在，或不在您现在岗位的查看范围内' }).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await visit.picture('history-denied-zh-light');
    await visit.close();
  });

  it('have a thousand events, the first of which can be read before the last has come', async () => {
    const visit = await running().visit({ language: 'zh', as: 'discipline' });
    await madeList(visit.page, eventsOf(1_000));
    await visit.open(await placeOf(running(), 'findings', /班次/));
    await visit.page.locator('[data-position="999"]').waitFor();
    await visit.page.getByRole('textbox', { name: '到日志位置' }).fill('500');
    await visit.page.keyboard.press('Enter');
    await visit.page.locator('[data-position="500"][aria-current=true]').waitFor();
    await visit.picture('history-thousand-zh-light');
    await visit.close();
  });
};
