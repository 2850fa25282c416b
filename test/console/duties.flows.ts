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

  it('set up a duty point because a clause asks for it, and have it in the matrix', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    const { page } = visit;
    await visit.open('/directives?status=issued');
    await page
      .getByRole('row')
      .filter({ hasText: /压实车站.*Q市指挥部/ })
      .getByRole('link')
      .click();
    await page.getByRole('link', { name: '据第 二 条设立责任点' }).click();
    await page.waitForURL(/\/matrix\/new\?/);
    const form = page.getByRole('form');
    await page.getByRole('figure').getByText('二、车站到站查验各环节').waitFor();
    expect(await form.getByLabel('履职标准').inputValue()).toBe('车站到站查验各环节逐一明确责任单位，不留空白');
    await form.getByRole('button', { name: '设立', exact: true }).click();
    await form.getByText('须填写').first().waitFor();
    expect([await visit.barriers(), await visit.sideways(), visit.complaints]).toEqual([[], 0, []]);
    await visit.picture('duty-new-zh-light-1440');
    const phone = await running().visit({ language: 'en', theme: 'dark', width: 390, as: 'hq' });
    await phone.open(new URL(page.url()).pathname + new URL(page.url()).search);
    await phone.page.getByRole('form').waitFor();
    expect([await phone.barriers(), await phone.sideways(), phone.complaints]).toEqual([[], 0, []]);
    await phone.picture('duty-new-en-dark-390');
    await phone.close();
    await form.getByRole('textbox', { name: '事项', exact: true }).fill('到站旅客健康码');
    await form.getByRole('textbox', { name: '环节', exact: true }).fill('夜间出站口值守');
    await form.getByRole('textbox', { name: '地点' }).fill('K1县火车站');
    await form.getByRole('checkbox', { name: '单位' }).check();
    await form.getByRole('button', { name: '设立', exact: true }).click();
    await page.waitForURL(/\/matrix\?cell=/);
    await page.getByRole('row').filter({ hasText: '夜间出站口值守' }).waitFor();
    await page.getByRole('link', { name: '设立责任点' }).waitFor();
    await visit.close();
  });
};
