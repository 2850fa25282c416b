import { expect, it } from '@jest/globals';
import type { RunningConsole } from './support/running-console.js';

const HOUR = 3_600_000;
/** The clock of China is so far ahead. */
const AHEAD = 8 * HOUR;

/** A moment of the log's own clock, hours ago, as people write it in a form. */
const hoursAgo = async (address: string, hours: number): Promise<string> => {
  const { headers } = await fetch(`${address}/health/ready`);
  const now = Date.parse(headers.get('sifang-time') ?? '');
  return new Date(now - hours * HOUR + AHEAD).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);
};

/** What is told late: refused, registered, confirmed by another person, and then told. */
export const lateFlows = (running: () => RunningConsole): void => {
  it('tell late what another person of the body confirmed, and nothing before', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    const { page } = visit;
    const at = await hoursAgo(visit.address, 3);
    await visit.open('/meetings/new');
    const meeting = page.getByRole('form');
    await meeting.getByRole('textbox', { name: '名称' }).first().fill('电话调度会');
    await meeting.getByRole('textbox', { name: '文中所称主办机构' }).fill('Q市指挥部');
    await meeting.getByLabel('月', { exact: true }).fill('3');
    await meeting.getByLabel('日', { exact: true }).fill('20');
    await meeting.getByRole('combobox', { name: '形式' }).selectOption('video');
    await meeting.getByRole('checkbox').first().check();
    await meeting.getByText('不是刚才发生的').click();
    await meeting.getByLabel('何时发生').fill(at);
    await meeting.getByRole('button', { name: '登记', exact: true }).click();
    await meeting.getByText('距今较久，须以已确认的补录登记为依据').waitFor();
    expect([await visit.barriers(), await visit.sideways(), visit.complaints]).toEqual([[], 0, []]);
    await visit.picture('late-refused-zh-light-1440');

    const [entry] = await Promise.all([
      visit.context.waitForEvent('page'),
      meeting.getByRole('link', { name: '登记补录（另开页面）' }).click(),
    ]);
    const form = entry.getByRole('form');
    await form.getByLabel('编号（与照片二选一）').fill('电-7');
    await form.getByLabel('内容（加密保存）').fill('值班电话记录：召开调度会');
    await form.getByRole('combobox', { name: '记录人' }).fill('支慧');
    await entry.getByTitle(/支慧/).click();
    await form.getByLabel('发生时间').fill(at);
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await form.getByText('须填写').waitFor();
    await form.getByLabel('理由').fill('线路中断');
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await entry.waitForURL(/\/late-entries\/lateEntry-/);
    await entry.getByText('不得确认本人登记或记录的补录').waitFor();
    const one = new URL(entry.url()).pathname;

    const leader = await running().visit({ language: 'en', theme: 'dark', width: 390, as: 'commander' });
    await leader.open('/');
    await leader.page.getByRole('link', { name: 'Late entries to confirm' }).click();
    await leader.page.waitForURL('**/late-entries?status=registered');
    await leader.page.getByRole('link', { name: '电-7' }).waitFor();
    await leader.page.keyboard.press('j');
    await leader.page.keyboard.press('Enter');
    await leader.page.waitForURL(`**${one}`);
    await leader.page.getByRole('button', { name: /^Confirm/ }).click();
    const confirming = leader.page.getByRole('form');
    await confirming.getByLabel('The number that it bears').fill('电-8');
    await confirming.getByLabel('How many acts it holds').fill('1');
    await confirming.getByRole('button', { name: 'Confirm', exact: true }).click();
    await confirming.getByText('It was registered with another number').waitFor();
    expect([await leader.barriers(), await leader.sideways(), leader.complaints]).toEqual([[], 0, []]);
    await leader.picture('late-entry-confirm-en-dark-390');
    await confirming.getByLabel('The number that it bears').fill('电-7');
    await confirming.getByRole('button', { name: 'Confirm', exact: true }).click();
    await leader.page.getByText('Confirmed by another person').waitFor();
    await leader.close();

    await page.bringToFront();
    await meeting.getByRole('combobox', { name: '补录依据' }).fill('电-7');
    await page.getByTitle(/^电-7/).click();
    await meeting.getByRole('button', { name: '登记', exact: true }).click();
    await page.waitForURL(/\/meetings\/meeting-/);
    await visit.open('/late-entries');
    await page.getByRole('row').filter({ hasText: '电-7' }).getByText('1 条，共 1 条').waitFor();
    await visit.picture('late-entries-zh-light-1440');
    await visit.open(one);
    await page.getByText('已由另一人确认').waitFor();
    expect([await visit.barriers(), await visit.sideways(), visit.complaints]).toEqual([[], 0, []]);
    await visit.picture('late-entry-zh-light-1440');
    await visit.close();
  });
};
