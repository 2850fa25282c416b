import { expect, it } from '@jest/globals';
import type { RunningConsole } from './support/running-console.js';

/** What is done about duties that nobody holds. It changes the record: whatever looks at the gap of the story comes before. */
export const dutiesFlows = (running: () => RunningConsole): void => {
  it('fill a gap: the headquarters names who holds, they accept, and one party less is missing', async () => {
    const [hq, unit] = await Promise.all([
      running().visit({ language: 'zh', as: 'hq' }),
      running().visit({ language: 'zh', as: 'unit-head' }),
    ]);
    const { page } = hq;
    await hq.open('/matrix');
    const missing = (of: typeof page) => of.getByRole('columnheader').filter({ hasText: /单位.*1/ });
    await missing(page).waitFor();
    await page.getByRole('row').filter({ hasText: '出站口核验健康码' }).getByRole('gridcell').nth(2).click();
    await page.getByRole('button', { name: /^指定/ }).click();
    const form = page.getByRole('form');
    await form.getByRole('button', { name: '指定', exact: true }).click();
    await form.getByText('须填写').first().waitFor();
    await form.getByLabel('机构').fill('U1');
    await page.getByTitle(/^U1单位/).click();
    expect([await hq.barriers(), await hq.sideways(), hq.complaints]).toEqual([[], 0, []]);
    await hq.picture('matrix-assign-zh-light');
    await form.getByRole('button', { name: '指定', exact: true }).click();
    await page.getByText(/已记录为事件 #\d+/).waitFor();
    const cell = page.getByRole('row').filter({ hasText: '出站口核验健康码' }).getByRole('gridcell').nth(2);
    await cell.getByText('待认领').waitFor();

    await unit.open(new URL(page.url()).pathname + new URL(page.url()).search);
    await unit.page.getByRole('button', { name: /^认领/ }).click();
    await unit.page.getByRole('form').getByRole('button', { name: '认领', exact: true }).click();
    await unit.page.getByText(/已记录为事件 #\d+/).waitFor();
    await missing(unit.page).waitFor({ state: 'detached' });
    await unit.picture('matrix-accepted-zh-light');
    await Promise.all([hq.close(), unit.close()]);
  });
};
