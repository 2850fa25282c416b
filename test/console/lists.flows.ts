import { expect, it } from '@jest/globals';
import { dutyPointsOf, findingsOf, madeList, placesOf, receiptsOf } from './support/made-lists.js';
import type { RunningConsole } from './support/running-console.js';

const PAGE = 50;
const ALL = 600;

/** What long lists do: in the browser and on the server that the other screens are looked at on. */
export const listsFlows = (running: () => RunningConsole): void => {
  it('are read to the end as somebody scrolls, and draw only what is near', async () => {
    const visit = await running().visit({ language: 'zh', as: 'supervision' });
    await madeList(visit.page, findingsOf(ALL));
    await visit.open('/findings');
    await visit.page.getByText(`${String(ALL)} 项`).waitFor();
    const drawn = () => visit.page.locator('tbody a').count();
    expect(await drawn()).toBeGreaterThanOrEqual(PAGE);
    const end = visit.page.getByText(`第 ${String(ALL - 1)} 处`);
    // However long a busy machine takes for a page; the specification's own time limit ends it. Rows that are measured move what was
    // the end a moment ago out of sight: that it was drawn is enough.
    while (!(await end.isVisible())) {
      await visit.page.evaluate(() => document.querySelector('main')?.scrollBy(0, 3_000));
      await visit.page.evaluate(() => new Promise(requestAnimationFrame));
    }
    expect(await drawn()).toBeLessThan(PAGE * 3);
    expect([await visit.barriers(), await visit.sideways()]).toEqual([[], 0]);
    await visit.page.keyboard.press('j');
    await visit.page.keyboard.press('j');
    expect(await visit.page.evaluate(() => document.activeElement?.closest('tbody') !== null)).toBe(true);
    await visit.page.evaluate(() => document.querySelector('main')?.scrollTo(0, 0));
    await visit.page.getByText('第 0 处').waitFor();
    await visit.close();
  });

  it('hold every duty point there is, not only the first page of them, and are gone through by keys', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    await madeList(visit.page, dutyPointsOf(130));
    await visit.open('/matrix');
    await visit.page.getByText('环节 129', { exact: true }).waitFor();
    await visit.page.getByText(/^130 个责任点 · \d+ 个四方齐全$/).waitFor();
    await visit.page.getByRole('gridcell').nth(1).click();
    await visit.page.keyboard.press('Escape');
    for (let at = 0; at < 5; at++) await visit.page.keyboard.press('ArrowDown');
    expect(await visit.page.evaluate(() => document.activeElement?.getAttribute('data-at'))).toMatch(/^5:\d$/);
    await visit.close();
  });

  it('name every place that lies in no other, however many there are', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    await madeList(visit.page, placesOf(230));
    await visit.open('/bodies');
    await visit.page.getByRole('link', { name: '第 229 处', exact: true }).waitFor();
    await visit.page.getByRole('button', { name: '第 229 处 下辖' }).waitFor();
    await visit.close();
  });

  it('count who signed for an order among all that it went to, and name every one of them', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    await madeList(visit.page, receiptsOf(130));
    await visit.open('/directives?status=issued');
    await visit.page.getByRole('row').getByRole('link').first().click();
    await visit.page.getByText('已签收 65，共 130').waitFor();
    await visit.page.getByRole('cell', { name: '第 129 单位', exact: true }).waitFor();
    expect([await visit.barriers(), await visit.sideways()]).toEqual([[], 0]);
    await visit.picture('directive-many-zh-light-1440');
    await visit.close();
  });
};
