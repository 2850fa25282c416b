import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { inBrowser } from '../support/in-browser.js';
import { fieldDevice } from './field.device.js';
import { fieldPhotos } from './field.photos.js';
import { fieldTrouble } from './field.trouble.js';
import { loggedWith, Phone } from './support/phone.js';
import { RunningConsole, type Look } from './support/running-console.js';

jest.setTimeout(240_000);

const PHONE = 390;

inBrowser('the form on a phone', () => {
  let console: RunningConsole;
  beforeAll(async () => {
    console = await RunningConsole.start();
  }, 240_000);
  afterAll(() => console.stop());

  const phone = async (look: Look = {}) => new Phone(await console.visit({ width: PHONE, as: 'inspector', ...look }));

  describe('as it is served', () => {
    it('has a page of its own under the policy of the console, and a worker that is asked for again', async () => {
      const at = (path: string) => fetch(`${console.api.address}${path}`, { headers: { accept: 'text/html' } });
      const [desk, field, worker] = [await at('/'), await at('/field'), await at('/field-worker.js')];
      const policy = ({ headers }: Response) => headers.get('content-security-policy')?.replace(/nonce-[^']+/, 'nonce');
      expect(policy(field)).toBe(policy(desk));
      expect(policy(await at('/field.html'))).toBe(policy(desk));
      expect([field, worker].map(({ headers }) => headers.get('cache-control'))).toEqual(['no-cache', 'no-cache']);
      const manifest = await at('/field.webmanifest');
      expect(manifest.headers.get('content-type')).toContain('application/manifest+json');
      expect(await manifest.json()).toMatchObject({ start_url: '/field', scope: '/field' });
      const page = await field.text();
      expect(page).not.toContain('NONCE-OF-THIS-PAGE');
      const script = /src="(\/assets\/field-[^"]+\.js)"/.exec(page)?.[1] ?? '';
      expect((await at(script)).headers.get('cache-control')).toContain('immutable');
    });

    it('is the server’s own page as long as there is one, and stands behind no other page', async () => {
      const { visit, page } = await (await phone()).kept();
      const stale = await page.evaluate(async () => {
        const [name = ''] = await caches.keys();
        const cache = await caches.open(name);
        const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
        const headers = { 'content-type': 'text/html' };
        await cache.put('/field', new Response('<h1>as it was kept</h1>', { headers }));
        return kept;
      });
      expect(
        stale.filter((path) => !/^\/(field|icon\.svg|field\.webmanifest|assets\/field-[\w-]+\.(js|css))$/.test(path)),
      ).toEqual([]);
      await page.reload();
      await page.getByLabel('看到了什么').waitFor();
      await visit.context.setOffline(true);
      await page.reload();
      await page.getByText('as it was kept').waitFor();
      await visit.context.setOffline(false);
      for (const [path, isBehind] of [
        ['/field', true],
        ['/findings', false],
        ['/', false],
      ] as const) {
        await visit.open(path);
        expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(isBehind);
      }
      await visit.close();
    });

    it.each([
      { language: 'zh', theme: 'light', width: PHONE },
      { language: 'en', theme: 'dark', width: PHONE },
      { language: 'en', theme: 'light', width: 320 },
      // 200 % zoom of a phone.
      { language: 'zh', theme: 'dark', width: PHONE / 2 },
    ] as const)('has no barrier and no sideways scroll: $language, $theme, $width px', async (look) => {
      const { visit } = await phone(look);
      await visit.open('/field');
      await visit.page.locator('form').waitFor();
      const name = `field-${look.language}-${look.theme}-${String(look.width)}`;
      await visit.picture(`${name}-new`);
      await visit.page.getByRole('button', { name: { zh: '保存', en: 'Save' }[look.language], exact: true }).click();
      await visit.page.locator('[aria-invalid=true]').first().waitFor();
      const more = visit.page.getByRole('button', { name: /^(更改|Change|更多|More)/ });
      for (let left = await more.count(); left > 0; left -= 1) await more.first().click();
      expect(await visit.barriers()).toEqual([]);
      expect([await visit.sideways(), visit.foreign, visit.complaints]).toEqual([0, [], []]);
      await visit.picture(name);
      await visit.close();
    });
  });

  describe('without a network', () => {
    it('opens, keeps what is written through a reload, and sends it in its order, once', async () => {
      const one = await (await phone()).kept();
      const { visit, page } = one;
      await visit.context.setOffline(true);
      await page.reload();
      await page.getByText('没有网络。照常填').waitFor();
      await one.write({ what: '第一条：交接班无记录' });
      await visit.picture('field-zh-saved');
      await one.another();
      await one.write({ what: '第二条：登记表未签字', kind: '责任空白' });
      await one.another();
      await page.getByLabel('看到了什么').fill('第三条，还没有写完');
      await page.reload();
      expect(await page.getByLabel('看到了什么').inputValue()).toBe('第三条，还没有写完');
      await page.getByText('2 条存在本机').waitFor();
      expect(await visit.barriers()).toEqual([]);
      await visit.picture('field-zh-offline');
      expect((await one.queue()).map((line) => /第.条/.exec(line)?.[0])).toEqual(['第三条', '第一条', '第二条']);
      expect(await loggedWith(console, '第一条：交接班无记录')).toEqual([]);
      await visit.context.setOffline(false);
      await page
        .getByText(/已入库 · 事件 #\d+/)
        .nth(1)
        .waitFor();
      expect(await visit.barriers()).toEqual([]);
      await visit.picture('field-zh-queue');
      const [first, ...more] = await loggedWith(console, '第一条：交接班无记录');
      const [second, ...others] = await loggedWith(console, '第二条：登记表未签字');
      expect([more, others]).toEqual([[], []]);
      const events = [first, second].map((found) => found?.events.map(({ name }) => name));
      expect(events).toEqual([['ObservationRecorded'], ['ObservationRecorded']]);
      const position = Number(first?.events[0]?.position);
      expect(Number(second?.events[0]?.position)).toBeGreaterThan(position);
      await page.getByText(`已入库 · 事件 #${String(position)}`).waitFor();
      await visit.close();
    });

    it('is signed out of all the same, and keeps what is there for whoever wrote it', async () => {
      const one = await (await phone()).kept();
      const { visit, page } = one;
      await visit.context.setOffline(true);
      await one.write({ what: '只有本人能看到的一条', place: '二号工地' });
      await page.getByRole('button', { name: '退出' }).click();
      await page.getByText('本机有未发送的 1 条').waitFor();
      await page.reload();
      await page.getByText('本机有未发送的 1 条').waitFor();
      await visit.context.setOffline(false);
      await page.getByLabel('登录名').waitFor();
      await one.signIn(console.account('supervision'));
      await page.getByLabel('看到了什么').waitFor();
      await page.getByText('本机还有他人未发送的 1 条').waitFor();
      expect(await page.locator('body').innerText()).not.toContain('只有本人');
      expect(await page.getByRole('region', { name: '发送队列' }).count()).toBe(0);
      await visit.picture('field-zh-of-others');
      await page.waitForTimeout(1_000);
      expect(await loggedWith(console, '只有本人能看到的一条')).toEqual([]);
      await page.getByRole('button', { name: '退出' }).click();
      await one.signIn(console.account('inspector'));
      await page.getByText('上次发送').waitFor();
      expect(await loggedWith(console, '只有本人能看到的一条')).toHaveLength(1);
      await visit.close();
    });
  });

  fieldPhotos(() => console);
  fieldTrouble(() => console);
  fieldDevice(() => console);
});
