import { expect, it } from '@jest/globals';
import { inEach, LOOKS, pictured } from './support/looks.js';
import type { RunningConsole } from './support/running-console.js';
import type { Visit } from './support/visit.js';

const WORDS = {
  zh: {
    ...{ below: 'P省 下辖', city: 'Q市', body: 'Q市指挥部', who: '凌掌', holds: '在任' },
    ...{ main: '主导航', people: '人员', name: '姓名或拼音首字母', nobody: '没有符合条件的人员' },
  },
  en: {
    ...{
      below: 'Below Province P',
      city: 'City Q',
      body: 'Headquarters of City Q',
      who: 'Ling Zhang',
      holds: 'in post',
    },
    ...{ main: 'Main', people: 'People', name: 'Name or pinyin initials', nobody: 'Nobody is called so' },
  },
};

const fits = async (visit: Visit): Promise<void> => {
  expect([await visit.barriers(), await visit.sideways(), visit.foreign, visit.complaints]).toEqual([[], 0, [], []]);
};

/** What is done in the directory of places, bodies and people: on the server that the other screens are looked at on. */
export const directoryFlows = (running: () => RunningConsole): void => {
  it('go from a place to a body, to who holds its posts, and back', async () => {
    await inEach(LOOKS, running(), 'hq', async (visit, look) => {
      const { page } = visit;
      const words = WORDS[look.language];
      const looked = async (screen: string) => {
        await fits(visit);
        await visit.picture(pictured(screen, look));
      };
      await visit.open('/bodies');
      await page.getByRole('button', { name: words.below }).click();
      await page.getByRole('link', { name: words.city, exact: true }).click();
      await page.waitForURL(/place=territory-/);
      await page.getByRole('heading', { name: words.city, exact: true }).waitFor();
      await looked('bodies');
      await page.getByRole('link', { name: words.body, exact: true }).click();
      await page.getByRole('link', { name: words.who }).waitFor();
      await looked('body');
      await page.getByRole('link', { name: words.who }).click();
      await page.getByText(words.holds).waitFor();
      await looked('person');
      await page.getByRole('navigation', { name: words.main }).getByRole('link').last().click();
      await page.waitForURL(/\/bodies$/);
      await page.getByRole('link', { name: words.people, exact: true }).click();
      await page.waitForURL(/\/people$/);
      // The address is there before the screen is.
      await page.getByRole('heading', { name: words.people, exact: true }).waitFor();
      const box = page.getByRole('searchbox', { name: words.name, exact: true });
      await box.fill('没有此人');
      await box.press('Enter');
      await page.getByText(words.nobody).waitFor();
      await looked('people-none');
      await box.fill('lz');
      await box.press('Enter');
      await page.getByRole('link', { name: words.who }).waitFor();
    });
  });

  it('say who may not change the directory, and that a past moment changes nothing', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    await visit.open('/people/new');
    await visit.page.getByText('您的角色无权执行此操作').waitFor();
    await visit.open('/bodies?asOf=2022-01-01T00%3A00%3A00.000Z');
    await visit.page.getByText('还没有机构').waitFor();
    await fits(visit);
    await visit.close();
  });

  it('set up a body with its post, and appoint somebody who then leaves', async () => {
    const visit = await running().visit({ language: 'zh', as: 'admin' });
    const { page } = visit;
    const form = page.getByRole('form');
    const record = async (verb: string) => {
      await form.getByRole('button', { name: verb, exact: true }).click();
      await form.waitFor({ state: 'detached' });
    };
    await visit.open('/bodies');
    await page.getByRole('button', { name: 'P省 下辖' }).click();
    await page.getByRole('link', { name: 'Q市', exact: true }).click();
    await page.getByRole('button', { name: /^建立机构/ }).click();
    await form.getByRole('button', { name: '建立机构', exact: true }).click();
    await form.getByText('须填写').first().waitFor();
    await form.getByRole('textbox', { name: '名称', exact: true }).fill('Q市邮政局');
    await form.getByRole('combobox', { name: '类别' }).selectOption('department');
    await record('建立机构');
    await page.getByRole('link', { name: 'Q市邮政局' }).click();
    await page.getByText('尚未设岗').waitFor();
    await page.getByRole('button', { name: /^设岗/ }).click();
    await form.getByRole('textbox', { name: '职务名称' }).fill('投递员');
    await record('设岗');
    await page.getByText('无可查看的任职人员').waitFor();

    await visit.open('/people/new');
    await form.getByRole('textbox', { name: /^姓名/ }).fill('游递');
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('尚未任职').waitFor();
    await page.getByRole('button', { name: /^任职/ }).click();
    await form.getByRole('combobox', { name: '所属机构' }).fill('yzj');
    await page.getByTitle('Q市邮政局').click();
    await form.getByRole('combobox', { name: '岗位' }).selectOption({ label: '投递员' });
    await form.getByLabel('任职时间').fill('2022-03-01T09:00');
    await record('任职');
    await page.getByText('在任').waitFor();
    await fits(visit);
    await visit.picture('person-appointed-zh-light-1440');
    await page.getByRole('button', { name: '离任 · 投递员' }).click();
    await form.getByLabel('离任时间').fill('2022-02-01T09:00');
    await form.getByRole('button', { name: '离任', exact: true }).click();
    await form.getByText('●').waitFor();
    await form.getByLabel('离任时间').fill('2022-03-02T09:00');
    await record('离任');
    await page.getByText('已离任').waitFor();
    await page.getByRole('button', { name: '更正任期 · 投递员' }).click();
    await form.getByLabel('正确的任职时间').fill('2022-02-28T09:00');
    await form.getByRole('textbox', { name: '理由' }).fill('登记时写错一天');
    await record('更正任期');
    await page.getByText('登记时写错一天').waitFor();
    await visit.close();
  });
};
