import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { inBrowser } from '../support/in-browser.js';
import { root } from '../support/source-files.js';
import { accessFlows } from './access.flows.js';
import { actingFlows } from './acting.flows.js';
import { directoryFlows } from './directory.flows.js';
import { dutiesFlows } from './duties.flows.js';
import { historyFlows } from './history.flows.js';
import { languageFlows } from './language.flows.js';
import { lateFlows } from './late.flows.js';
import { listsFlows } from './lists.flows.js';
import { looksFlows } from './looks.flows.js';
import { matrixFlows } from './matrix.flows.js';
import { numberFlows } from './number.flows.js';
import { orderFlows } from './orders.flows.js';
import { similarFlows } from './similar.flows.js';
import { systemFlows } from './system.flows.js';
import { IN_CHINESE, inEach, LOOKS, pictured } from './support/looks.js';
import { RunningConsole } from './support/running-console.js';
import type { Visit } from './support/visit.js';

jest.setTimeout(240_000);

/** Where a screen is, and who looks at it. */
const SCREENS = [
  { name: 'overview', path: '/', as: 'hq' },
  { name: 'matrix', path: '/matrix', as: 'hq' },
  { name: 'directives', path: '/directives', as: 'hq' },
  { name: 'meetings', path: '/meetings', as: 'hq' },
  { name: 'meetings-none', path: '/meetings?text=%E6%97%A0', as: 'hq' },
  { name: 'imports', path: '/imports', as: 'hq' },
  { name: 'imports-nothing', path: '/imports', as: 'chu.kou' },
  { name: 'late-entries-nothing', path: '/late-entries', as: 'hq' },
  { name: 'late-entry-new', path: '/late-entries/new', as: 'unit-head' },
  { name: 'late-entry-denied', path: '/late-entries/new', as: 'supervision' },
  { name: 'findings', path: '/findings', as: 'supervision' },
  { name: 'finding-new', path: '/findings/new', as: 'inspector' },
  { name: 'inbox-nothing', path: '/inbox', as: 'unit-head' },
  { name: 'inbox', path: '/inbox', as: 'chu.kou' },
  { name: 'nothing-here', path: '/nowhere', as: 'inspector' },
];

inBrowser('the screens of the console', () => {
  let console: RunningConsole;
  beforeAll(async () => {
    console = await RunningConsole.start();
  }, 240_000);
  afterAll(() => console.stop());

  it('are built for those who use them, whoever has them built', () => {
    const assets = join(root, 'dist/console/assets');
    const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(3);
    // Only what React is for its developers says so.
    const forDevelopers = scripts.filter((name) => readFileSync(join(assets, name), 'utf8').includes('React DevTools'));
    expect(forDevelopers).toEqual([]);
  });

  it.each(SCREENS)('have no barrier, ask nobody else, and fit: $name', async ({ name, path, as }) => {
    await inEach(LOOKS, console, as, async (visit, look) => {
      await visit.open(path);
      expect(await visit.barriers()).toEqual([]);
      expect([await visit.sideways(), visit.foreign, visit.complaints]).toEqual([0, [], []]);
      await visit.picture(pictured(name, look));
    });
  });

  it('show the duty that nobody holds, and open its cell by keys alone', async () => {
    const visit = await console.visit({ language: 'en', as: 'hq' });
    await visit.open('/findings');
    await visit.page.keyboard.press('g');
    await visit.page.keyboard.press('m');
    await visit.page.getByRole('grid').waitFor();
    await visit.page.getByText('Nobody between two steps').waitFor();
    await visit.page.getByText(/are held by .+ and .+, this one by none of the four parties/).waitFor();
    await visit.page.keyboard.press('u');
    await visit.page.keyboard.press('Enter');
    await visit.page.getByRole('heading', { name: /出站口核验健康码/ }).waitFor();
    expect(new URL(visit.page.url()).searchParams.get('cell')).toMatch(/^dutyPoint-\S+ \w+$/);
    await visit.picture('matrix-cell-en-light');
    await visit.page.keyboard.press('Escape');
    await visit.page.getByRole('heading', { name: 'Gaps' }).waitFor();
    expect(await visit.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('gridcell');
    await visit.close();
  });

  it('say first what nobody answers for, and lead from each figure to a list that holds as many', async () => {
    const visit = await console.visit({ language: 'zh', as: 'hq' });
    await visit.open('/');
    await visit.page.getByRole('heading', { name: /有 1 项责任无人承担/ }).waitFor();
    await visit.page.getByText(/^日志 #\d+ · .+ · 当日入日志 \d+ 条/).waitFor();
    await visit.page.getByRole('listitem').filter({ hasText: '出站口核验健康码' }).waitFor();
    await visit.page.getByRole('row').filter({ hasText: 'K1县' }).first().waitFor();
    for (const name of ['未销号问题', '24 小时内到期', '已逾期', '反弹未销号']) {
      const figure = visit.page.getByRole('navigation', { name: '五项数字' }).getByRole('link', { name });
      const count = await figure.locator('span').first().innerText();
      await figure.click();
      await visit.page.getByText(`${count} 项`, { exact: true }).waitFor();
      await visit.page.goBack();
    }
    await visit.page.getByRole('link', { name: '有 1 项责任无人承担', exact: true }).click();
    await visit.page.getByText('1 项，其中 1 项无人').waitFor();
    await visit.close();
  });

  it('say so where the server does not answer, and read again', async () => {
    const visit = await console.visit({ language: 'zh', as: 'hq' });
    await visit.open('/');
    await visit.page.getByRole('navigation', { name: '五项数字' }).waitFor();
    await visit.page.route('**/graphql', (route) => route.abort());
    await visit.page.getByRole('link', { name: '部署', exact: true }).click();
    await visit.page.getByText('没有读到', { exact: true }).waitFor();
    await visit.picture('directives-zh-error');
    await visit.page.getByRole('link', { name: '总览' }).click();
    await visit.page.getByText('没有读到最新的情况，以下是上一次读到的。').waitFor();
    expect(await visit.barriers()).toEqual([]);
    await visit.picture('overview-zh-stale');
    await visit.page.unroute('**/graphql');
    await visit.page.getByRole('button', { name: '再读一次' }).click();
    await visit.page.getByText('没有读到最新的情况，以下是上一次读到的。').waitFor({ state: 'detached' });
    await visit.close();
  });

  it('open an order from the list, and show what each of its clauses asks for and who signed', async () => {
    const visit = await console.visit({ language: 'zh', as: 'hq' });
    await visit.open('/directives');
    await visit.page.getByLabel('状态').selectOption('issued');
    await visit.page.getByText('2 份').waitFor();
    await visit.page.getByRole('row').filter({ hasText: 'Q市指挥部' }).getByRole('link').click();
    await visit.page.getByText('车站到站查验各环节逐一明确责任单位，不留空白').waitFor();
    await visit.page.getByRole('link', { name: 'K1县火车站 · 出站口核验健康码' }).waitFor();
    await visit.page.getByText('已签收 4，共 4').waitFor();
    expect([await visit.barriers(), await visit.sideways()]).toEqual([[], 0]);
    await visit.picture('directive-zh-light-1440');
    await visit.close();
  });

  it('show the way of an order by keys alone, its break, and what was made of the words above', async () => {
    const visit = await console.visit({ language: 'zh', as: 'hq' });
    await visit.open('/directives?status=registered&text=壮族三月三');
    await visit.page.getByRole('row').getByRole('link').click();
    await visit.page.getByRole('link', { name: '看传达链' }).click();
    await visit.page.getByRole('treegrid').waitFor();
    await visit.page.keyboard.press('b');
    const focused = () => visit.page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toContain('未签收');
    expect([await visit.barriers(), await visit.sideways()]).toEqual([[], 0]);
    await visit.picture('cascade-zh-light-1440');
    await visit.page.keyboard.press('Home');
    await visit.page.keyboard.press('Enter');
    await visit.page.getByRole('heading', { name: /与其所依据的文本/ }).waitFor();
    await visit.page.getByText('未传达').first().waitFor();
    expect(new URL(visit.page.url()).searchParams.get('diff')).toMatch(/^directive-/);
    expect(await visit.barriers()).toEqual([]);
    await visit.picture('cascade-diff-zh-light-1440');
    const phone = await console.visit({ language: 'en', theme: 'dark', width: 390, as: 'hq' });
    await phone.open(new URL(visit.page.url()).pathname);
    expect([await phone.barriers(), await phone.sideways()]).toEqual([[], 0]);
    await phone.picture('cascade-en-dark-390');
    await phone.close();
    await visit.close();
  });

  it('open a finding from the list, and show its course', async () => {
    const visit = await console.visit({ language: 'zh', as: 'supervision' });
    await visit.open('/findings');
    await visit.page.getByRole('link', { name: /七个班次/ }).click();
    await visit.page.getByRole('list', { name: '经过' }).waitFor();
    expect(await visit.page.locator('[aria-current=step]').innerText()).toContain('报完成');
    expect(await visit.barriers()).toEqual([]);
    await visit.picture('finding-zh-light-1440');
    await visit.close();
  });

  it('look back at a moment that the address names, and say so', async () => {
    const visit = await console.visit({ language: 'zh', as: 'hq' });
    await visit.open('/findings?asOf=2022-01-01T00%3A00%3A00.000Z');
    await visit.page.getByText('正在查看过去的时点，不能办理。').waitFor();
    await visit.picture('findings-zh-past');
    await visit.page.getByRole('button', { name: '回到现在' }).click();
    await visit.page.getByRole('link', { name: /七个班次/ }).waitFor();
    await visit.close();
  });

  const openForm = async (visit: Visit, verb: RegExp) => {
    await visit.open('/findings');
    await visit.page.getByRole('link', { name: /七个班次/ }).click();
    await visit.page.getByRole('button', { name: verb }).click();
    await visit.page.getByRole('form').waitFor();
  };
  const note = (visit: Visit) => visit.page.getByRole('form').getByRole('textbox').first();

  it('say at the field what is missing', async () => {
    await inEach(IN_CHINESE, console, 'supervision', async (visit, look) => {
      await openForm(visit, /^改派/);
      await visit.page.getByLabel('整改标准').fill('每班登记均须合计');
      await visit.page.getByRole('button', { name: '改派', exact: true }).click();
      await visit.page.getByText('须填写').waitFor();
      expect(await visit.page.getByLabel('理由').getAttribute('aria-invalid')).toBe('true');
      await visit.page.getByText('不是刚才发生的').click();
      expect([await visit.barriers(), await visit.sideways(), visit.complaints]).toEqual([[], 0, []]);
      await visit.picture(pictured('finding-form', look));
    });
  });

  it('keep what is typed while a file is on its way, and wait for the file', async () => {
    const visit = await console.visit({ language: 'zh', as: 'inspector' });
    await visit.open('/findings/new');
    const form = visit.page.getByRole('form');
    const place = form.getByRole('textbox', { name: '地点', exact: true });
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await visit.page.route('**/evidence/uploads/*', async (route) => {
      if (route.request().method() === 'PATCH') await held;
      await route.continue();
    });
    const file = { name: 'roster.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };
    await form.locator('input[type=file]').setInputFiles(file);
    await form.getByText('正在上传').waitFor();
    await place.fill('出站口');
    await form.getByRole('button', { name: '记录', exact: true }).click();
    await form.getByText('文件还没有传完').waitFor();
    letGo();
    await form.getByText('已固定').waitFor();
    await form.getByText('文件还没有传完').waitFor({ state: 'detached' });
    expect(await place.inputValue()).toBe('出站口');
    await visit.close();
  });

  it('record once what is sent twice, after no answer came and after the session ended', async () => {
    const visit = await console.visit({ language: 'zh', as: 'supervision' });
    await openForm(visit, /^备注/);
    await note(visit).fill('已电话核实一次');
    await visit.page.route('**/graphql', async (route) => {
      const isMutation = route.request().postData()?.includes('noteFinding') === true;
      if (isMutation) await route.fetch();
      await (isMutation ? route.abort() : route.continue());
    });
    const record = visit.page.getByRole('button', { name: '备注', exact: true });
    await record.click();
    await visit.page.getByText('再记录一次不会重复').waitFor();
    await visit.page.unroute('**/graphql');
    await visit.context.clearCookies();
    await record.click();
    await visit.page.getByRole('dialog').waitFor();
    const { name, password } = console.account('supervision');
    await visit.page.getByLabel('登录名').fill(name);
    await visit.page.getByLabel('密码', { exact: true }).fill(password);
    await visit.page.keyboard.press('Enter');
    await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await note(visit).inputValue()).toBe('已电话核实一次');
    await record.click();
    await visit.page.getByText(/已记录为事件 #\d+/).waitFor();
    await visit.close();
  });

  it('show the act of somebody who was first, and keep what was typed', async () => {
    const [visit, other] = await Promise.all([
      console.visit({ language: 'zh', as: 'supervision' }),
      console.visit({ language: 'zh', as: 'inspector' }),
    ]);
    await openForm(visit, /^备注/);
    await note(visit).fill('请今日内说明合计栏是否启用');
    await openForm(other, /^备注/);
    await note(other).fill('现场已看过');
    await other.page.getByRole('button', { name: '备注', exact: true }).click();
    await other.page.getByText(/已记录为事件/).waitFor();
    await other.close();
    await visit.page.getByRole('button', { name: '备注', exact: true }).click();
    await visit.page.getByText(/您填写期间，安巡 已于 .+ 记录了/).waitFor();
    expect(await note(visit).inputValue()).toBe('请今日内说明合计栏是否启用');
    expect(await visit.barriers()).toEqual([]);
    await visit.picture('state-finding-conflict');
    await visit.page.getByRole('button', { name: '在其之后记录我的' }).click();
    await visit.page.getByText(/已记录为事件 #\d+/).waitFor();
    await visit.close();
  });

  it('take no Enter that an input method needs', async () => {
    const visit = await console.visit({ language: 'zh', as: 'inspector' });
    await visit.open('/findings');
    await visit.page.keyboard.press('n');
    const place = visit.page.getByRole('textbox', { name: '地点', exact: true });
    await place.click();
    const keys = await visit.context.newCDPSession(visit.page);
    await keys.send('Input.imeSetComposition', { text: 'zhan', selectionStart: 4, selectionEnd: 4 });
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 13 };
    await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await keys.send('Input.insertText', { text: '出站口' });
    expect(await place.inputValue()).toBe('出站口');
    expect(await visit.page.getByText('须填写').count()).toBe(0);
    await visit.page.keyboard.press('Enter');
    await visit.page.getByText('须填写').first().waitFor();
    await visit.close();
  });

  it('go from row to row by keys, and take off what narrows the list', async () => {
    const visit = await console.visit({ language: 'zh', as: 'supervision' });
    await visit.open('/findings?which=open&stage=inRectification');
    await visit.page.getByRole('button', { name: '去掉：整改中' }).click();
    await visit.page.getByRole('button', { name: '去掉：整改中' }).waitFor({ state: 'detached' });
    expect(new URL(visit.page.url()).search).toBe('?which=open');
    await visit.page.locator('tbody tr').nth(1).waitFor();
    await visit.page.getByRole('heading', { name: '问题' }).click();
    await visit.page.keyboard.press('j');
    await visit.page.keyboard.press('j');
    await visit.page.keyboard.press('k');
    await visit.page.keyboard.press('Enter');
    await visit.page.getByRole('heading', { name: '现在可以办' }).waitFor();
    await visit.close();
  });

  it('report a fix from the inbox, and show meanwhile what the verifier will see', async () => {
    await inEach(IN_CHINESE, console, 'chu.kou', async (visit, look) => {
      await visit.open('/inbox');
      await visit.page.getByRole('button', { name: '填报完成' }).click();
      await visit.page.getByRole('button', { name: '报完成', exact: true }).click();
      await visit.page.getByText('还有 1 处要填').waitFor();
      await visit.page.getByLabel('问题根源').fill('交接表没有合计栏');
      await visit.page.getByRole('complementary').getByText('交接表没有合计栏').waitFor();
      expect([await visit.barriers(), await visit.sideways(), visit.complaints]).toEqual([[], 0, []]);
      await visit.picture(pictured('complete', look));
    });
  });

  historyFlows(() => console);
  accessFlows(() => console);
  orderFlows(() => console);
  directoryFlows(() => console);
  systemFlows(() => console);
  languageFlows(() => console);
  looksFlows(() => console);
  listsFlows(() => console);
  matrixFlows(() => console);
  dutiesFlows(() => console);
  lateFlows(() => console);
  actingFlows(() => console);
  numberFlows(() => console);
  similarFlows(() => console);
});
