import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { INTRANET } from '../support/chromium.js';
import { loggedWith, Phone } from './support/phone.js';
import type { Look, RunningConsole } from './support/running-console.js';

const HOUR = 3_600_000;

/** What goes wrong on a phone, and what is said of it. */
export const fieldTrouble = (console: () => RunningConsole): void => {
  const phone = async (look: Look = {}) => new Phone(await console().visit({ width: 390, as: 'inspector', ...look }));
  /** The clock of the phone goes ahead from the next page on. */
  const runAhead = async ({ visit, page }: Phone, ms: number) => {
    await visit.context.addInitScript(`{ const now = Date.now; Date.now = () => now() + ${String(ms)}; }`);
    await page.reload();
    await page.locator('h1').waitFor();
  };

  describe('whose session ends', () => {
    it('has its user sign in again, and still has what they wrote', async () => {
      const one = await (await phone()).kept();
      const { visit, page } = one;
      await page.getByLabel('看到了什么').fill('写到一半，会话结束');
      await page.getByText('较重').click({ force: true });
      await visit.context.clearCookies();
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await page.getByText('会话已结束。重新登录后继续').waitFor();
      expect(await page.locator('body').innerText()).not.toContain('写到一半');
      expect(await visit.barriers()).toEqual([]);
      await visit.picture('field-zh-signed-out');
      await one.signIn(console().account('inspector'));
      await page.getByLabel('看到了什么').waitFor();
      expect(await page.getByLabel('看到了什么').inputValue()).toBe('写到一半，会话结束');
      expect(await page.getByRole('radio', { name: '较重' }).isChecked()).toBe(true);
      await visit.close();
    });
  });

  describe('that does not know a place', () => {
    it('looks for it as it is typed, fills in its unit, and knows it from then on', async () => {
      const one = await phone();
      const { visit, page } = one;
      await visit.context.route('**/graphql', async (route) => {
        if (route.request().postData()?.includes('FieldThings') !== true) return route.continue();
        const response = await route.fetch();
        const { data } = (await response.json()) as { data: object };
        return route.fulfill({ json: { data: { ...data, responsibilityMatrix: { edges: [] } } } });
      });
      await one.kept();
      await page.getByLabel('地点', { exact: true }).fill('信息维护');
      await page.getByRole('button', { name: '出站口信息维护' }).click();
      await page.getByText('按责任矩阵预填').waitFor();
      expect(await page.getByLabel('地点', { exact: true }).inputValue()).toBe('K1县火车站');
      await visit.picture('field-zh-place');
      await visit.context.setOffline(true);
      await page.reload();
      await page.getByText('按责任矩阵预填').waitFor();
      await visit.close();
    });
  });

  describe('that hears no answer', () => {
    it('sends the same again, and it is recorded once', async () => {
      const one = await (await phone()).kept();
      const { visit, page } = one;
      let lost = 0;
      await page.route('**/graphql', async (route) => {
        if (lost > 0 || route.request().postData()?.includes('recordObservation(') !== true) return route.continue();
        lost += 1;
        await route.fetch();
        return route.abort();
      });
      await one.write({ what: '应答丢失的一条', place: '四号工地' });
      await page.getByText('上次发送').waitFor({ timeout: 20_000 });
      expect(lost).toBe(1);
      expect(await loggedWith(console(), '应答丢失的一条')).toHaveLength(1);
      await visit.close();
    });
  });

  describe('whose finding is refused', () => {
    const line = ({ page }: Phone, text: string) => page.getByRole('listitem').filter({ hasText: text });

    it('says why, and lets it be sent as another one, or put right', async () => {
      const one = await (await phone()).kept();
      const { visit, page } = one;
      await one.write({ what: '五号工地第一条', place: '五号工地' });
      await page.getByText('已入库，事件').waitFor();
      for (const what of ['五号工地第二条', '五号工地第三条']) {
        await one.another();
        await one.write({ what, place: '五号工地' });
        await page.getByText('未被接收，仍在本机').waitFor();
      }
      const [second, third] = [line(one, '第二条'), line(one, '第三条')];
      const [first] = await loggedWith(console(), '五号工地第一条');
      const other = second.getByRole('link', { name: '查看原有的' });
      expect(await other.getAttribute('href')).toBe(`/findings/${String(first?.id)}`);
      expect(await visit.barriers()).toEqual([]);
      await visit.picture('field-zh-refused');
      await second.getByRole('button', { name: '是另一个问题，照发' }).click();
      await second.getByText('已入库').waitFor();
      await third.getByRole('button', { name: '修改' }).click();
      expect(await page.getByLabel('看到了什么').inputValue()).toBe('五号工地第三条');
      await page.getByRole('radio', { name: '责任空白' }).check();
      await page.getByRole('button', { name: '保存', exact: true }).click();
      await page.getByText('已入库，事件').waitFor();
      const logged = ['五号工地第二条', '五号工地第三条'].map((what) => loggedWith(console(), what));
      expect((await Promise.all(logged)).map(({ length }) => length)).toEqual([1, 1]);
      await visit.close();
    });

    it('gives it up when it is asked twice', async () => {
      const one = await (await phone()).kept();
      const { visit, page } = one;
      await one.write({ what: '十号工地第一条', place: '十号工地' });
      await page.getByText('已入库，事件').waitFor();
      await one.another();
      await one.write({ what: '十号工地第二条', place: '十号工地' });
      const second = line(one, '第二条');
      await second.getByRole('button', { name: '放弃' }).click();
      await page.reload();
      await one.queue();
      await second.getByRole('button', { name: '放弃' }).click();
      await second.getByRole('button', { name: '确定放弃，从本机删除' }).click();
      await second.waitFor({ state: 'detached' });
      await page.reload();
      expect((await one.queue()).map((text) => /第.条/.exec(text)?.[0])).toEqual(['第一条']);
      expect(await loggedWith(console(), '十号工地第二条')).toEqual([]);
      await visit.close();
    });
  });

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
