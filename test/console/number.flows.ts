import { expect, it } from '@jest/globals';
import { LOOKS, pictured } from './support/looks.js';
import type { RunningConsole } from './support/running-console.js';

/** The number that people call a finding by, wherever one is named: on the server that the other screens are looked at on. */
export const numberFlows = (running: () => RunningConsole): void => {
  it.each(LOOKS)('call a finding by its number, and find it by that: $language', async (look) => {
    const visit = await running().visit({ ...look, as: 'supervision' });
    const { page } = visit;
    const named = pictured('numbers', look);
    await visit.open('/findings');
    const numbers = (await page.locator('tbody').innerText()).match(/WT-2025-\d{4}/g) ?? [];
    expect(numbers.length).toBe(await page.locator('tbody tr').count());
    await visit.picture(`${named}-list`);
    const [number = ''] = numbers;
    await visit.open(`/findings?text=${number.toLowerCase()}`);
    expect(await page.locator('tbody tr').count()).toBe(1);
    await page.locator('tbody a').first().click();
    await page.getByText(number, { exact: true }).waitFor();
    await visit.settled();
    await visit.picture(`${named}-case`);
    await page
      .getByRole('link', { name: look.language === 'zh' ? '事件史' : 'history' })
      .first()
      .click();
    await page.getByRole('banner').or(page.locator('header')).getByText(number).first().waitFor();
    await visit.settled();
    expect([await visit.barriers(), await visit.sideways(), visit.complaints]).toEqual([[], 0, []]);
    await visit.picture(`${named}-history`);
    await visit.close();
  });

  it('call what a unit has to do by its number', async () => {
    const visit = await running().visit({ language: 'zh', as: 'chu.kou' });
    await visit.open('/inbox');
    await visit.page
      .getByText(/WT-2025-\d{4}/)
      .first()
      .waitFor();
    await visit.picture('numbers-zh-inbox');
    await visit.page.getByRole('button', { name: '填报完成' }).click();
    await visit.page.getByText(/^WT-2025-\d{4}$/).waitFor();
    await visit.picture('numbers-zh-complete');
    await visit.close();
  });
};
