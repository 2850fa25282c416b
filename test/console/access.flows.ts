import { expect, it } from '@jest/globals';
import { inEach, LOOKS, pictured } from './support/looks.js';
import type { RunningConsole } from './support/running-console.js';
import type { Visit } from './support/visit.js';

/** Nothing that people would stumble over, asks of others, or scrolls sideways. */
const expectClean = async (visit: Visit): Promise<void> => {
  expect(await visit.barriers()).toEqual([]);
  expect([await visit.sideways(), visit.foreign, visit.complaints]).toEqual([0, [], []]);
};

/** What is done about who may do what and who can come in. */
export const accessFlows = (running: () => RunningConsole): void => {
  it.each([
    { name: 'access', path: '/access', as: 'guan.li' },
    { name: 'access-none', path: '/access?status=refused', as: 'guan.li' },
    { name: 'access-form', path: '/access?act=grantRole', as: 'guan.li' },
    { name: 'accounts', path: '/access/accounts', as: 'guan.li' },
    { name: 'accounts-denied', path: '/access/accounts', as: 'inspector' },
    { name: 'me', path: '/me', as: 'inspector' },
  ])('have no barrier, ask nobody else, and fit: $name', async ({ name, path, as }) => {
    await inEach(LOOKS, running(), as, async (visit, look) => {
      await visit.open(path);
      await expectClean(visit);
      await visit.picture(pictured(name, look));
    });
  });

  const open = async (visit: Visit, path: string): Promise<Visit['page']> => {
    await visit.open(path);
    return visit.page;
  };

  it('let two decide on what reaches a county: who proposed it is told why not, and somebody else approves', async () => {
    const [one, other] = await Promise.all([
      running().visit({ language: 'zh', as: 'guan.li' }),
      running().visit({ language: 'zh', as: 'guan.heng' }),
    ]);
    const page = await open(one, '/access');
    await page.getByRole('button', { name: '授予角色' }).click();
    const form = page.getByRole('form', { name: '授予角色' });
    await form.getByRole('button', { name: '记录授权' }).click();
    await form.getByText('还有 3 处要填').waitFor();
    await form.getByLabel('被授权人').fill('祖长');
    await page.getByTitle('祖长', { exact: true }).click();
    await form.getByRole('combobox', { name: '角色', exact: true }).selectOption('inspector');
    await form.getByLabel('授权地域').fill('K1');
    await page.getByTitle('K1县', { exact: true }).click();
    await form.getByLabel('理由').fill('参加K1县督查');
    await form.getByRole('button', { name: '记录授权' }).click();
    await page.getByRole('row').filter({ hasText: 'K1县' }).getByText('待第二人批准').waitFor();
    await page.getByRole('row').filter({ hasText: 'K1县' }).getByRole('link').click();
    await page.getByRole('heading', { name: '现在还不能办' }).waitFor();
    await page.getByText('参加K1县督查').waitFor();
    await page.getByText('须由提议人以外的人决定。').first().waitFor();
    await expectClean(one);
    await one.picture('access-proposed-zh-light');
    const address = new URL(page.url());
    await one.close();

    // Whoever is quick records before it is known what was there before.
    await other.page.route('**/graphql', async (route) => {
      const isTail = route.request().postData()?.includes('query Tail') === true;
      if (isTail) await new Promise((resolve) => setTimeout(resolve, 700));
      await route.continue();
    });
    const second = await open(other, `/access?status=proposed&${address.searchParams.toString()}`);
    await second.getByRole('button', { name: /^批准/ }).click();
    await second.getByRole('form').getByRole('button', { name: '批准', exact: true }).click();
    await second.getByText(/已记录为事件 #/).waitFor();
    await second.getByRole('complementary').getByText('已授权').waitFor();
    await second.getByRole('button', { name: /^终止/ }).click();
    await second.getByLabel('理由').fill('督查结束');
    await second.getByRole('form').getByRole('button', { name: '终止', exact: true }).click();
    await second.getByRole('complementary').getByText('督查结束').waitFor();
    await expectClean(other);
    await other.picture('access-ended-zh-light');
    await other.close();
  });

  it('shut an account out and let it in again, each with its reason', async () => {
    const visit = await running().visit({ language: 'zh', as: 'guan.heng' });
    const page = await open(visit, '/access/accounts');
    await page.getByRole('link', { name: '公众读者' }).click();
    await page.getByRole('button', { name: /^停用/ }).click();
    await page.getByLabel('理由').fill('暂不使用');
    await page.getByRole('form').getByRole('button', { name: '停用', exact: true }).click();
    await page.getByRole('row').filter({ hasText: '公众读者' }).getByText('已停用').waitFor();
    await visit.picture('account-shut-zh-light');
    await page.getByRole('button', { name: /^恢复/ }).click();
    await page.getByLabel('理由').fill('恢复使用');
    await page.getByRole('form').getByRole('button', { name: '恢复', exact: true }).click();
    await page.getByRole('row').filter({ hasText: '公众读者' }).getByText('可登录').waitFor();
    await expectClean(visit);
    await visit.close();
  });

  it('show a token once, and end it with all other sessions', async () => {
    const [visit, elsewhere] = await Promise.all([
      running().visit({ language: 'zh', as: 'discipline' }),
      running().visit({ language: 'zh', as: 'discipline' }),
    ]);
    const page = await open(visit, '/me');
    await page.getByRole('button', { name: '签发令牌' }).click();
    const form = page.getByRole('form', { name: '签发令牌' });
    await form.getByLabel('名称').fill('月报程序');
    await expectClean(visit);
    await form.getByRole('button', { name: '签发令牌' }).click();
    const secret = await page.locator('code').innerText();
    expect(secret).toMatch(/^sfp_/);
    await visit.picture('me-secret-zh-light');
    await page.getByRole('button', { name: '已保存，收起' }).click();
    expect(await page.content()).not.toContain(secret);
    await page.getByRole('row').filter({ hasText: '月报程序' }).getByText('未用过').waitFor();
    await visit.picture('me-tokens-zh-light');
    await page.getByRole('button', { name: '作废令牌 月报程序' }).click();
    await page.getByText('没有令牌。').waitFor();
    await page.getByRole('button', { name: '结束其他会话' }).click();
    await page.getByRole('button', { name: '结束其他会话' }).waitFor({ state: 'detached' });
    await elsewhere.page.goto(`${running().api.address}/me`);
    await elsewhere.page.getByLabel('登录名').waitFor();
    await Promise.all([visit.close(), elsewhere.close()]);
  });

  it('open a grant by keys alone and go back to its row; in the past nothing can be done', async () => {
    const visit = await running().visit({ language: 'zh', as: 'guan.li' });
    const { page } = visit;
    await visit.open('/findings');
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.getByRole('row').nth(2).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const name = await focused();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').getByRole('heading', { level: 2 }).first().waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
    expect(await focused()).toContain(name);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '授予角色' }).waitFor();
    expect(await focused()).toBe(name);
    await visit.open('/access?asOf=2025-02-01T00%3A00%3A00.000Z');
    await page.getByRole('row').filter({ hasText: '安巡' }).getByRole('link').click();
    await page.getByRole('complementary').getByText('正在查看过去的时点，不能办理。').waitFor();
    expect(await page.getByRole('button', { name: /授予角色|^终止/ }).count()).toBe(0);
    await expectClean(visit);
    await visit.close();
  });
};
