import { expect, it } from '@jest/globals';
import type { RunningConsole } from './support/running-console.js';

/** What is done in the matrix by keys, and in which order it stands. */
export const matrixFlows = (running: () => RunningConsole): void => {
  it('name who holds a cell by one key, with the form open and at hand', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    const { page } = visit;
    await visit.open('/matrix');
    await page.keyboard.press('u');
    await page.keyboard.press('a');
    const form = page.getByRole('form');
    await form.waitFor();
    await page.waitForFunction(() => document.activeElement?.querySelector('form') !== null);
    await page.keyboard.press('Tab');
    expect(await form.locator(':focus').count()).toBe(1);
    expect([await visit.barriers(), await visit.sideways(), visit.complaints]).toEqual([[], 0, []]);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await page.getByRole('gridcell').nth(1).click();
    await page.keyboard.press('a');
    await page.getByText('现在可以办').waitFor();
    await visit.close();
    // After `G` it is the key of a place.
    const auditor = await running().visit({ language: 'zh', as: 'discipline' });
    await auditor.open('/matrix');
    await auditor.page.keyboard.press('g');
    await auditor.page.keyboard.press('a');
    await auditor.page.waitForURL(/\/access$/);
    await auditor.close();
  });

  it('tell in the rail of every screen how many duties nobody holds, as of the moment that is looked at', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    const { page } = visit;
    const place = page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: /^责任/ });
    await visit.open('/findings');
    await place.getByText('有 1 项责任无人承担').waitFor({ state: 'attached' });
    expect([await visit.barriers(), await visit.sideways()]).toEqual([[], 0]);
    await visit.picture('rail-zh-light-1440');
    await visit.open('/findings?asOf=1');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await place.innerText()).toBe('责任');
    await visit.close();
  });

  it('stand by place, by matter or by step, as the address says', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    const { page } = visit;
    await visit.open('/matrix');
    const order = page.getByRole('radiogroup', { name: '排列' });
    await order.getByText('按环节').click();
    await page.waitForURL(/by=step/);
    const heads = () => page.getByRole('rowheader').allInnerTexts();
    expect((await heads()).some((head) => head.includes('K1县火车站'))).toBe(true);
    expect([await visit.barriers(), await visit.sideways()]).toEqual([[], 0]);
    await visit.picture('matrix-by-step-zh-light-1440');
    await order.getByText('按事项').click();
    await page.waitForURL(/by=matter/);
    await page
      .getByRole('row')
      .filter({ hasText: /^到站旅客健康码\s*\d+ 个责任点 · \d+ 个四方齐全$/ })
      .waitFor();
    await order.getByText('按地点').click();
    await page.waitForURL((url) => url.search === '');
    await visit.close();
  });

  it.each([
    ['zh', 1366],
    ['en', 1366],
    ['en', 1100],
    ['zh', 390],
  ] as const)('say whether lists show all of the log, however small the screen: %s, %i px', async (language, width) => {
    const visit = await running().visit({ language, width, as: 'hq' });
    await visit.open('/matrix');
    const state = visit.page.getByRole('banner').getByRole('status');
    await state.waitFor();
    const box = await state.boundingBox();
    expect((box?.x ?? width) + (box?.width ?? width)).toBeLessThanOrEqual(width);
    expect(await visit.sideways()).toBe(0);
    await visit.picture(`matrix-top-${language}-light-${String(width)}`);
    await visit.close();
  });
};
