import { describe, expect, it } from '@jest/globals';
import { loggedWith, Phone } from './support/phone.js';
import type { Look, RunningConsole } from './support/running-console.js';

/** What goes wrong on a phone, and what is said of it. */
export const fieldTrouble = (console: () => RunningConsole): void => {
  const phone = async (look: Look = {}) => new Phone(await console().visit({ width: 390, as: 'inspector', ...look }));

  /** The phone is told this in place of what there is. */
  const knowing = ({ visit }: Phone, told: object) =>
    visit.context.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('FieldThings') !== true) return route.continue();
      const response = await route.fetch();
      const { data } = (await response.json()) as { data: object };
      return route.fulfill({ json: { data: { ...data, ...told } } });
    });

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
      await knowing(one, { responsibilityMatrix: { pageInfo: { hasNextPage: true }, edges: [] } });
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

  describe('that knows some bodies only', () => {
    it('finds another by part of its name, and knows it from then on', async () => {
      const one = await phone();
      const { visit, page } = one;
      await knowing(one, { organisations: { pageInfo: { hasNextPage: true }, edges: [] } });
      await one.kept();
      await page.getByRole('button', { name: '更改 责任单位' }).click();
      await page.getByText('本机只存有 0 个').waitFor();
      await page.getByRole('searchbox', { name: '按名称查找' }).fill('K2县');
      const found = page.getByRole('option', { name: /^K2县/ }).first();
      await found.waitFor({ state: 'attached' });
      const name = await found.innerText();
      expect([await visit.barriers(), await visit.sideways()]).toEqual([[], 0]);
      await visit.picture('field-zh-unit');
      await page.getByRole('combobox', { name: /^责任单位/ }).selectOption(name);
      await visit.context.setOffline(true);
      await page.reload();
      await page
        .getByRole('group', { name: /^责任单位/ })
        .getByText(name)
        .waitFor();
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
};
