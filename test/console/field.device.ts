import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { INTRANET } from '../support/chromium.js';
import { loggedWith, Phone } from './support/phone.js';
import type { Look, RunningConsole } from './support/running-console.js';

const HOUR = 3_600_000;

/** What a phone has of its own: its clock, its address, its room, its keyboard. */
export const fieldDevice = (console: () => RunningConsole): void => {
  const phone = async (look: Look = {}) => new Phone(await console().visit({ width: 390, as: 'inspector', ...look }));
  /** The clock of the phone goes ahead from the next page on. */
  const runAhead = async ({ visit, page }: Phone, ms: number) => {
    await visit.context.addInitScript(`{ const now = Date.now; Date.now = () => now() + ${String(ms)}; }`);
    await page.reload();
    await page.locator('h1').waitFor();
  };

  describe('whose clock is off', () => {
    it('says by how much, and says when something has waited for a day, and for three', async () => {
      const one = await (await phone()).kept();
      const { visit, page } = one;
      await page.route('**/graphql', (route) => route.abort());
      await one.write({ what: '等了很久的一条', place: '六号工地' });
      await runAhead(one, 25 * HOUR);
      await page.getByText('本机时间与服务器相差 25 小时').waitFor();
      await page.getByText('1 条已超过 24 小时未发送').waitFor();
      await runAhead(one, 60 * HOUR);
      await page.getByText('1 条已超过 3 天未发送').waitFor();
      expect(await visit.barriers()).toEqual([]);
      await visit.picture('field-zh-old');
      await one.queue();
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: '导出队列' }).click();
      const file = readFileSync(await (await download).path(), 'utf8');
      expect(JSON.parse(file)).toMatchObject({ findings: [{ description: '等了很久的一条', place: '六号工地' }] });
      await visit.close();
    });
  });

  describe('by a name that browsers do not trust', () => {
    it('says that it works online only, and sends then, with digests of its own', async () => {
      const one = await phone({ host: INTRANET });
      const { visit, page } = one;
      await one.open();
      await page.getByText('此页不是安全连接（https）').waitFor();
      expect(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false]);
      expect([await visit.barriers(), await visit.sideways(), visit.complaints]).toEqual([[], 0, []]);
      await visit.picture('field-zh-insecure');
      await one.write({ what: '明文连接下的一条', place: '七号工地', photos: ['plain'] });
      await page.getByText('已入库，事件').waitFor();
      expect((await loggedWith(console(), '明文连接下的一条'))[0]?.evidence).toHaveLength(1);
      await one.another();
      await page.getByLabel('看到了什么').fill('断网了');
      await visit.context.setOffline(true);
      await page.getByText('没有网络，现在不能保存').waitFor();
      expect(await page.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
      await visit.context.setOffline(false);
      await page.getByRole('button', { name: '保存', exact: true, disabled: false }).waitFor();
      expect(await page.getByLabel('看到了什么').inputValue()).toBe('断网了');
      await visit.close();
    });
  });

  describe('that is nearly full', () => {
    it('takes no more pictures, and still takes text', async () => {
      const one = await phone();
      const { visit, page } = one;
      await visit.context.addInitScript(
        'navigator.storage.estimate = () => Promise.resolve({ quota: 100_000_000, usage: 90_000_000 });',
      );
      await one.open();
      await page.getByText('本机存储将满，不再收照片').waitFor();
      expect(await page.locator('input[type=file]').count()).toBe(0);
      expect(await visit.barriers()).toEqual([]);
      await one.write({ what: '存储将满时的一条', place: '八号工地' });
      await page.getByText('已入库，事件').waitFor();
      await visit.close();
    });
  });

  describe('with an input method', () => {
    it('takes no Enter that it needs, and saves by no Enter', async () => {
      const one = await (await phone()).kept();
      const { visit, page } = one;
      const place = page.getByLabel('地点', { exact: true });
      await place.click();
      const keys = await visit.context.newCDPSession(page);
      await keys.send('Input.imeSetComposition', { text: 'gongdi', selectionStart: 6, selectionEnd: 6 });
      const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 13 };
      await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
      await keys.send('Input.insertText', { text: '九号工地' });
      await page.getByLabel('看到了什么').fill('输入法测试');
      await place.press('Enter');
      expect(await place.inputValue()).toBe('九号工地');
      expect(await page.getByRole('button', { name: '保存', exact: true }).isVisible()).toBe(true);
      expect(await loggedWith(console(), '输入法测试')).toEqual([]);
      await page.getByRole('button', { name: '保存', exact: true }).press('Enter');
      await page.getByText('已入库，事件').waitFor();
      await visit.close();
    });
  });
};
