import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inBrowser } from '../support/in-browser.js';
import { RunningConsole, type Account } from './support/running-console.js';
import type { Visit } from './support/visit.js';

const WORDS = {
  zh: { name: '登录名', password: '密码', signIn: '登录', leave: '退出', wrong: '登录名或密码不正确。' },
  en: {
    name: 'Name',
    password: 'Password',
    signIn: 'Sign in',
    leave: 'Sign out',
    wrong: 'The name or the password is not right.',
  },
} as const;

inBrowser('signing in at the console', () => {
  let console: RunningConsole;
  beforeAll(async () => {
    console = await RunningConsole.start();
  }, 240_000);
  afterAll(() => console.stop());

  const signIn = async ({ page }: Visit, language: 'zh' | 'en', { name, password }: Account) => {
    const words = WORDS[language];
    await page.getByLabel(words.name, { exact: true }).fill(name);
    await page.getByLabel(words.password, { exact: true }).fill(password);
    await page.keyboard.press('Enter');
  };

  it.each(['zh', 'en'] as const)('lets people in and out, in %s, and says no in words', async (language) => {
    const words = WORDS[language];
    const visit = await console.visit({ language });
    await visit.open('/');
    await visit.picture(`sign-in-${language}-light`);
    await signIn(visit, language, { ...console.account('inspector'), password: 'not this one' });
    await visit.page.getByText(words.wrong).waitFor();
    await signIn(visit, language, console.account('inspector'));
    await visit.page.getByRole('navigation').waitFor();
    expect(new URL(visit.page.url()).pathname).toBe('/findings');
    await visit.page.getByRole('button', { name: words.leave }).click();
    await visit.page.getByRole('button', { name: words.signIn }).waitFor();
    await visit.page.reload();
    await visit.page.getByRole('button', { name: words.signIn }).waitFor();
    expect([visit.foreign, visit.complaints]).toEqual([[], []]);
    await visit.close();
  });

  it('remembers language and theme, and changes both at once', async () => {
    const visit = await console.visit();
    await visit.open('/');
    await visit.page.getByRole('button', { name: 'English' }).click();
    await visit.page.getByRole('button', { name: 'Dark' }).click();
    await visit.page.reload();
    await visit.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    const root = visit.page.locator('html');
    expect([await root.getAttribute('lang'), await root.getAttribute('data-theme')]).toEqual(['en', 'dark']);
    await visit.close();
  });

  it('has people choose a password of their own first', async () => {
    const visit = await console.visit({ language: 'en' });
    await visit.page.route('**/auth/session', (route) =>
      route.fulfill({ json: { personId: 'person-x', mustChange: true, posts: [], forOthers: [], chosen: null } }),
    );
    await visit.open('/');
    await visit.page.getByRole('heading', { name: 'Choose another password' }).waitFor();
    await visit.page.getByLabel('Present password').fill('told once');
    await visit.page.getByLabel('New password').fill('a password of my very own');
    await visit.page.getByLabel('The same again').fill('another one');
    expect(await visit.page.getByRole('button', { name: 'Change the password' }).isDisabled()).toBe(true);
    expect(await visit.barriers()).toEqual([]);
    await visit.close();
  });

  it('asks in which post somebody acts who holds several, by their names', async () => {
    const visit = await console.visit({ language: 'en' });
    const post = {
      postId: 'post-x',
      orgId: 'organisation-x',
      post: 'Inspector',
      organisation: 'Office Q',
    };
    const chosen: unknown[] = [];
    await visit.page.route('**/auth/session', (route) =>
      route.fulfill({ json: { personId: 'person-x', mustChange: false, posts: [post], forOthers: [], chosen: null } }),
    );
    await visit.page.route('**/auth/post', (route) => {
      chosen.push(route.request().postDataJSON());
      return route.fulfill({ json: {} });
    });
    await visit.open('/');
    await visit.page.getByRole('button', { name: 'Inspector Office Q' }).click();
    await visit.settled();
    expect(chosen).toEqual([{ postId: 'post-x', orgId: 'organisation-x' }]);
    await visit.close();
  });

  it('has people whose session ended sign in above the page, which keeps what they wrote', async () => {
    const visit = await console.visit({ language: 'zh', as: 'inspector' });
    await visit.open('/findings');
    await visit.page.getByRole('searchbox').fill('七个班次');
    await visit.context.clearCookies();
    await visit.page.keyboard.press('Enter');
    await visit.page.getByRole('dialog').waitFor();
    expect(await visit.barriers()).toEqual([]);
    await visit.picture('session-ended-zh-light');
    await signIn(visit, 'zh', console.account('inspector'));
    await visit.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await visit.page.getByRole('searchbox').inputValue()).toBe('七个班次');
    expect(new URL(visit.page.url()).searchParams.get('text')).toBe('七个班次');
    await visit.close();
  });

  it('says so where the server does not answer, and reads again', async () => {
    const visit = await console.visit({ language: 'en', as: 'inspector' });
    await visit.page.route('**/auth/session', (route) => route.abort());
    await visit.page.goto(`${console.api.address}/findings`);
    await visit.page.getByText('The server did not answer. Reading again changes nothing.').waitFor();
    await visit.picture('state-away-en-light');
    await visit.page.unroute('**/auth/session');
    await visit.page.getByRole('button', { name: 'Read again' }).click();
    await visit.page.getByRole('navigation').waitFor();
    await visit.close();
  });

  it.each(['light', 'dark'] as const)('has no barrier and no sideways scroll, %s, wide and narrow', async (theme) => {
    for (const width of [1440, 390]) {
      const visit = await console.visit({ theme, width });
      await visit.open('/');
      expect([await visit.barriers(), await visit.sideways()]).toEqual([[], 0]);
      await visit.picture(`sign-in-zh-${theme}-${String(width)}`);
      await visit.close();
    }
  });
});
