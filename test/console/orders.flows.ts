import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { RunningConsole } from './support/running-console.js';

/** What is done about orders: in the browser and on the server that the other screens are looked at on. */
export const orderFlows = (running: () => RunningConsole): void => {
  it('sign for an order in the version that was read, and then have it in its history', async () => {
    const visit = await running().visit({ language: 'zh', as: 'chu.kou' });
    const { page } = visit;
    await visit.open('/directives');
    await page.getByRole('row').getByRole('link').first().click();
    await page.getByText('逾期未签收').waitFor();
    await page.getByText('另一部署（不在您的查看范围内）').first().waitFor();
    await page.getByRole('button', { name: '签收 · 签收部署' }).click();
    await page.getByRole('form').getByRole('button', { name: '签收', exact: true }).click();
    await page.getByText(/已记录为事件 #\d+/).waitFor();
    await page.getByText('已签收 1，共 1').waitFor();
    expect(await visit.barriers()).toEqual([]);
    await page.getByRole('link', { name: '事件史' }).click();
    await page.waitForURL(/\/history\/directive-/);
    await page.locator('[data-position]').first().waitFor();
    await visit.close();
  });

  it('show the text of an order, and say so, where what stands beside it cannot be read', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    const { page } = visit;
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('query BesideDirective') === true ? route.abort() : route.continue(),
    );
    await visit.open('/directives?status=issued');
    await page.getByRole('row').getByRole('link').first().click();
    await page.getByText('此处没有读到').waitFor();
    await page.getByRole('heading', { name: '原文' }).waitFor();
    expect([await visit.barriers(), await visit.sideways()]).toEqual([[], 0]);
    await visit.picture('directive-partial-zh-light-1440');
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: '再读一次' }).click();
    await page.getByRole('heading', { name: '签收', exact: true }).waitFor();
    await visit.close();
  });

  it('take a draft to its issue: edited, sent for sign-off, signed by another', async () => {
    const clerk = await running().visit({ language: 'zh', as: 'hq' });
    await clerk.open('/directives?status=registered&text=壮族三月三');
    await clerk.page.getByRole('row').getByRole('link').click();
    await clerk.page.getByRole('button', { name: '修改 · 修改草案' }).click();
    const form = clerk.page.getByRole('form');
    const second = form.getByRole('group', { name: '第 2 条', exact: true });
    const words = await second.getByLabel('内容').inputValue();
    await second.getByRole('button', { name: '并入上条' }).click();
    await form.getByRole('group', { name: '第 1 条', exact: true }).getByText(words).waitFor();
    expect(await clerk.barriers()).toEqual([]);
    await clerk.picture('directive-edit-zh-light-1440');
    await form.getByRole('button', { name: '修改', exact: true }).click();
    await clerk.page.getByText(/已记录为事件 #\d+/).waitFor();
    await clerk.page.getByText('20 条').waitFor();
    await clerk.page.getByRole('button', { name: '提请签发 · 提请签发' }).click();
    await form.getByRole('button', { name: '提请签发', exact: true }).click();
    await clerk.page.getByText(/已记录为事件 #\d+/).waitFor();
    const path = new URL(clerk.page.url()).pathname;
    await clerk.close();

    const leader = await running().visit({ language: 'zh', theme: 'dark', width: 390, as: 'commander' });
    await leader.open(path);
    await leader.page.getByRole('button', { name: /^签发/ }).click();
    await leader.page.getByRole('form').getByRole('button', { name: '签发', exact: true }).click();
    await leader.page.getByRole('form').getByText('●').waitFor();
    expect([await leader.barriers(), await leader.sideways(), leader.complaints]).toEqual([[], 0, []]);
    await leader.picture('directive-issue-zh-dark-390');
    await leader.page.getByRole('combobox', { name: '收文机构' }).fill('K2县');
    await leader.page.getByRole('option').first().waitFor({ state: 'attached' });
    await leader.page.keyboard.press('Enter');
    await leader.page.keyboard.press('Escape');
    await leader.page.getByRole('form').getByRole('button', { name: '签发', exact: true }).click();
    await leader.page.getByText(/已记录为事件 #\d+/).waitFor();
    await leader.close();
  });

  it('take in a notice, answer what it asks, and record the order that it holds', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    const { page } = visit;
    await visit.open('/directives');
    await page.getByRole('link', { name: '导入公文' }).click();
    const notUtf8 = { name: 'gb.txt', mimeType: 'text/plain', buffer: Buffer.from([0xb9, 0xd8, 0xd3, 0xda]) };
    await page.locator('input[type=file]').setInputFiles(notUtf8);
    await page.getByText('“gb.txt”不是 UTF-8 文本').waitFor();
    const text = '关于值班的通知\r\n一、压实责任\r\n(一)要压实四方责任。\r\n二、要加强值班?守。\r\n3月31日\r\n';
    const notice = { name: '值班.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
    await page.locator('input[type=file]').setInputFiles(notice);
    await page.locator('input[value="值班.txt"]').waitFor();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.waitForURL(/\/imports\/import-/);
    const digest = createHash('sha256').update(text).digest('hex');
    await page.getByText(digest).waitFor();
    await page.getByText('尚未由另一人确认').waitFor();
    const form = page.getByRole('form', { name: '据此登记部署' });
    await form.getByRole('textbox', { name: '文中所称发文机构' }).fill('Q市指挥部');
    await form.getByRole('combobox', { name: '文种' }).selectOption('notice');
    await form.getByRole('combobox', { name: '紧急程度' }).selectOption('urgent');
    await form.getByRole('button', { name: '其余条款均无时限' }).click();
    await form.getByRole('button', { name: '登记部署', exact: true }).click();
    await form.getByText('有待确认事项尚未答复').first().waitFor();
    expect([await visit.barriers(), await visit.sideways(), visit.complaints]).toEqual([[], 0, []]);
    await visit.picture('import-zh-light-1440');
    await form.getByRole('button', { name: '其余均看过，照原样' }).click();
    await form.getByRole('button', { name: '登记部署', exact: true }).click();
    await page.waitForURL(/\/directives\/directive-/);
    await page.getByText('导入，待另一人确认').first().waitFor();
    await page.getByRole('link', { name: '值班.txt' }).click();
    await page.waitForURL(/\/imports\/import-/);
    await visit.open('/imports');
    await page.getByRole('row').filter({ hasText: '值班.txt' }).getByText('待另一人确认').waitFor();
    await page.getByLabel('状态').selectOption('confirmed');
    await page.getByRole('link', { name: '值班.txt' }).waitFor({ state: 'detached' });
    await visit.close();

    const leader = await running().visit({ language: 'en', theme: 'dark', width: 390, as: 'commander' });
    await leader.open('/imports?state=waiting');
    await leader.page.keyboard.press('j');
    await leader.page.keyboard.press('Enter');
    await leader.page.waitForURL(/\/imports\/import-/);
    await leader.page.getByRole('button', { name: /^Confirm/ }).click();
    await leader.page.getByRole('form').getByLabel('How many documents it holds').fill('1');
    await leader.page.getByRole('form').locator('input[type=file]').setInputFiles(notice);
    await leader.page.waitForFunction(
      (hex) => document.querySelector<HTMLInputElement>(`input[value="${hex}"]`),
      digest,
    );
    expect([await leader.barriers(), await leader.sideways(), leader.complaints]).toEqual([[], 0, []]);
    await leader.picture('import-confirm-en-dark-390');
    await leader.page.getByRole('form').getByRole('button', { name: 'Confirm', exact: true }).click();
    await leader.page.getByText(/confirmed by/).waitFor();
    await leader.close();
  });

  it('lead from an order to the meeting that it came from, and back to the order', async () => {
    for (const theme of ['light', 'dark'] as const) {
      const visit = await running().visit({ language: 'zh', theme, as: 'hq' });
      const { page } = visit;
      await visit.open('/directives?status=issued');
      await page
        .getByRole('row')
        .filter({ hasText: /压实车站.*Q市指挥部/ })
        .getByRole('link')
        .click();
      await page.getByRole('link', { name: 'Q市续会' }).click();
      await page.waitForURL(/\/meetings\/meeting-/);
      await page.getByRole('heading', { name: '会议情况' }).waitFor();
      await page.locator('nav a[aria-current=page]', { hasText: '部署' }).waitFor();
      const orders = page.getByRole('table', { name: '据此形成的部署' });
      await orders.getByRole('link', { name: '关于压实车站到站查验责任的部署' }).waitFor();
      expect(await orders.getByRole('row').count()).toBe(2);
      expect([await visit.barriers(), await visit.sideways(), visit.complaints]).toEqual([[], 0, []]);
      await visit.picture(`meeting-zh-${theme}-1440`);
      await orders.getByRole('link').click();
      await page.waitForURL(/\/directives\/directive-/);
      await visit.close();
    }
  });

  it('register a meeting, and have it on a page of its own and in its history', async () => {
    const visit = await running().visit({ language: 'en', width: 390, as: 'hq' });
    const { page } = visit;
    await visit.open('/directives');
    await page.getByRole('link', { name: 'Register a meeting' }).click();
    const form = page.getByRole('form');
    await form.getByRole('textbox', { name: 'What it is called' }).first().fill('全市疫情防控调度会');
    await form.getByRole('button', { name: 'Register', exact: true }).click();
    await form.getByText('This has to be filled in').first().waitFor();
    expect([await visit.barriers(), await visit.sideways(), visit.complaints]).toEqual([[], 0, []]);
    await visit.picture('meeting-new-en-light-390');
    await form.getByRole('textbox', { name: 'The body that held it' }).fill('Q市指挥部');
    await form.getByLabel('The month', { exact: true }).fill('3');
    await form.getByLabel('The day', { exact: true }).fill('20');
    await form.getByRole('combobox', { name: 'How it was held' }).selectOption('video');
    await form.getByRole('checkbox').first().check();
    await form.getByRole('button', { name: 'Register', exact: true }).click();
    await page.waitForURL(/\/meetings\/meeting-/);
    await page.getByText('No order that is yours to see names it.').waitFor();
    expect([await visit.barriers(), await visit.sideways(), visit.complaints]).toEqual([[], 0, []]);
    await visit.picture('meeting-en-light-390');
    await page.getByRole('link', { name: 'Event history' }).click();
    await page.waitForURL(/\/history\/meeting-/);
    await visit.close();
  });

  it('say why nothing can be imported by those who may not', async () => {
    const visit = await running().visit({ language: 'zh', as: 'inspector' });
    await visit.open('/imports/new');
    await visit.page.getByText('您的角色无权执行此操作').waitFor();
    await visit.close();
  });
};
