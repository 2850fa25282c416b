import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../../test/support/chromium.js';
import { inBrowser } from '../../../../test/support/in-browser.js';
import { start, type Started } from '../testing/start.js';

inBrowser('the playground in a browser', () => {
  let api: Started;
  let browser: Browser;
  let page: Page;
  const requested: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    api = await start();
    browser = await launchChromium();
    const context = await browser.newContext();
    // Whatever else the page wants goes nowhere, and is remembered.
    await context.route(/.*/, (route) => {
      requested.push(route.request().url());
      return route.request().url().startsWith(api.url) ? route.continue() : route.abort();
    });
    page = await context.newPage();
    page.on('websocket', (socket) => requested.push(socket.url()));
    page.on('console', (message) => {
      if (/Content Security Policy|refused to/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await api.app.close();
  });

  const open = async (query: string) => {
    await page.goto(`${api.url}/graphiql?query=${encodeURIComponent(query)}`);
    await ready();
  };
  const ready = () => page.waitForSelector('.graphiql-query-editor .monaco-editor', { timeout: 30_000 });
  const run = () => page.locator('.graphiql-execute-button').click();
  const answer = async () => (await page.locator('.graphiql-response').innerText()).replaceAll('\u00a0', ' ');
  const shown = async (text: string) => {
    for (let tries = 0; tries < 100 && !(await answer()).includes(text); tries++) await page.waitForTimeout(100);
    expect(await answer()).toContain(text);
  };

  it('opens with the examples, and says who can sign in and that somebody has to', async () => {
    await page.goto(`${api.url}/graphiql`);
    await ready();
    expect(await page.locator('.graphiql-tab-button').allInnerTexts()).toEqual(['First', 'Second']);
    expect(await page.locator('#sifang-sign-in').innerText()).toContain('npm run demo');
    await page.locator('.graphiql-tab-button').first().click();
    await run();
    await shown('UNAUTHENTICATED');
  });

  it('runs a query with the token and shows the answer, and knows the schema then', async () => {
    await page.fill('#sifang-secret', await api.token());
    await page.click('#sifang-sign-in button');
    await run();
    await shown('"endCursor": "c0"');
    await page.locator('button[aria-label="Show Documentation Explorer"]').click();
    await page.waitForSelector('.graphiql-doc-explorer-content :text("Mutation")', { timeout: 15_000 });
  });

  it('signs in with a name and a password at the door of this server, shows what that says, and keeps no token', async () => {
    const sent: unknown[] = [];
    const door = async (answer: object) => {
      await page.route('**/auth/sign-in', (route) => {
        sent.push(route.request().postDataJSON());
        return route.fulfill({ json: answer });
      });
      await page.fill('#sifang-name', 'an.xun');
      await page.fill('#sifang-secret', ' a password ');
      await page.click('#sifang-sign-in button');
      await page.waitForFunction(() => document.getElementById('sifang-said')?.textContent !== '');
      await page.unroute('**/auth/sign-in');
      return page.locator('#sifang-said').innerText();
    };
    expect(await door({ mustChange: false, chosen: { postId: 'post-1' } })).toContain('an.xun');
    expect(sent).toEqual([{ name: 'an.xun', password: ' a password ' }]);
    expect(await page.evaluate(() => sessionStorage.getItem('sifang-token'))).toBe('');
    await page.fill('#sifang-name', '');
    await page.fill('#sifang-secret', await api.token());
    await page.click('#sifang-sign-in button');
  });

  it('hears what is recorded', async () => {
    const id = 'thing-00000000-0000-4000-8000-000000000001';
    await open(`subscription { recorded(ids: ["${id}"]) { type } }`);
    await run();
    for (let tries = 0; tries < 50 && api.store.reads === 0; tries++) await page.waitForTimeout(100);
    api.store.add(id, 'DoorOpened');
    await shown('DoorOpened');
  });

  it('asks nothing of any other host, and breaks none of its own rules', () => {
    const foreign = requested.filter((url) => !/^(http|ws):\/\/127\.0\.0\.1:|^(blob|data):/.test(url));
    expect(foreign).toEqual([]);
    expect(requested.some((url) => url.startsWith('ws:'))).toBe(true);
    expect(complaints).toEqual([]);
  });
});
