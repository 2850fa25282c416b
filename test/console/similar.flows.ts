import { expect, it } from '@jest/globals';
import type { RunningConsole } from './support/running-console.js';

/** What was found before, beside what is found now. It records a finding more: whatever counts them comes before. */
export const similarFlows = (running: () => RunningConsole): void => {
  it('show beside a case what was found before of its duty point and class, and how long that took', async () => {
    const visit = await running().visit({ language: 'zh', as: 'inspector' });
    const { page } = visit;
    await visit.open('/findings/new');
    const form = page.getByRole('form');
    await form.getByLabel('类别').selectOption('responsibilityNotEnforced');
    await form.getByLabel('严重程度').selectOption('serious');
    await form.getByRole('textbox', { name: '地点', exact: true }).fill('火车站候车厅');
    await form.getByLabel('问题描述').fill('消毒记录又有两天晚间无人签字。');
    await form.getByRole('combobox', { name: '责任点' }).fill('每日消毒');
    await page.getByTitle(/每日消毒/).click();
    await form.getByRole('button', { name: '记录', exact: true }).click();
    await page.waitForURL(/\/findings\/finding-/);
    const alike = page.getByRole('region', { name: '同类' });
    await alike.getByText('同一责任点、同一类别').waitFor();
    await alike.getByText(/销号，自认定用时 \d+ 天/).waitFor();
    expect([await visit.barriers(), await visit.sideways(), visit.complaints]).toEqual([[], 0, []]);
    await visit.picture('finding-similar-zh-light-1440');
    const phone = await running().visit({ language: 'en', theme: 'dark', width: 390, as: 'inspector' });
    await phone.open(new URL(page.url()).pathname);
    await phone.page.getByText(/closed .+ after it was confirmed/).scrollIntoViewIfNeeded();
    expect([await phone.barriers(), await phone.sideways(), phone.complaints]).toEqual([[], 0, []]);
    await phone.picture('finding-similar-en-dark-390');
    await phone.close();
    await alike.getByRole('link', { name: /五天晚间一次无人签字/ }).click();
    await page.getByRole('heading', { name: /五天晚间一次无人签字/ }).waitFor();
    expect(await page.getByRole('region', { name: '同类' }).getByRole('listitem').count()).toBe(1);
    await visit.close();
  });
};
