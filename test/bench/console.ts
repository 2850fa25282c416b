import stopDatabase from '../support/global-teardown.cjs';
import startDatabase from '../support/global-setup.cjs';
import { dutyPointsOf, eventsOf, findingsOf, madeList } from '../console/support/made-lists.js';
import { RunningConsole } from '../console/support/running-console.js';
import type { Visit } from '../console/support/visit.js';
import { resultOf, type Bench, type Pace, type Result } from './bench.js';

const ROUNDS = 5;
const FINDINGS = 100_000;
/** Rows that are scrolled through in one round. */
const SCROLLED_MS = 6_000;
const DUTY_POINTS = 2_000;
const EVENTS = 1_000;

/** What people are promised, in milliseconds. */
const FRAME = 50;
const INTERACTIVE = 1_000;
const KEY = 100;

const AT_MOST = { direction: '<=', ratio: 1 } as const;

/** Scrolls on for a while, a screen every few frames, and answers how long the longest frame took. */
const longestFrame = ({ page }: Visit, scrolled: string, ms: number): Promise<number> =>
  page.evaluate(
    ([selector, lasts]) =>
      new Promise<number>((resolve) => {
        const sheet = document.querySelector(selector);
        const began = performance.now();
        let [longest, before] = [0, began];
        const step = (now: number) => {
          longest = Math.max(longest, now - before);
          before = now;
          sheet?.scrollBy(0, 120);
          if (now - began > lasts) resolve(longest);
          else requestAnimationFrame(step);
        };
        requestAnimationFrame((now) => {
          before = now;
          requestAnimationFrame(step);
        });
      }),
    [scrolled, ms] as const,
  );

/** How long it takes from a key until what it changed has been drawn. */
const untilDrawn = ({ page }: Visit, key: string): Promise<number> =>
  page.evaluate(
    (code) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: code, code, bubbles: true }));
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
      }),
    key,
  );

type Measured = Readonly<Record<'scroll' | 'grid' | 'key' | 'record' | 'open', number>>;

const open = async (running: RunningConsole, as: string): Promise<Visit> => running.visit({ language: 'zh', as });

const findings = async (running: RunningConsole, ms: number): Promise<number> => {
  const visit = await open(running, 'supervision');
  await madeList(visit.page, findingsOf(FINDINGS));
  await visit.open('/findings');
  const longest = await longestFrame(visit, 'main', ms);
  await visit.close();
  return longest;
};

const matrix = async (running: RunningConsole, ms: number): Promise<Pick<Measured, 'grid' | 'key'>> => {
  const visit = await open(running, 'hq');
  await madeList(visit.page, dutyPointsOf(DUTY_POINTS));
  await visit.open('/matrix');
  await visit.page.getByText(`环节 ${String(DUTY_POINTS - 1)}`, { exact: true }).waitFor({ state: 'attached' });
  await visit.page.locator('[data-at="3:1"]').focus();
  const key = await untilDrawn(visit, 'ArrowDown');
  const grid = await longestFrame(visit, '[class*=scroll]', ms);
  await visit.close();
  return { grid, key };
};

/** From the click until the first event can be chosen, while the others are read. */
const record = async (running: RunningConsole): Promise<number> => {
  const visit = await open(running, 'discipline');
  await madeList(visit.page, eventsOf(EVENTS));
  await visit.open('/findings');
  await visit.page.locator('tbody a').first().click();
  const link = visit.page.getByRole('link', { name: '事件史' }).first();
  await link.waitFor();
  const began = performance.now();
  await link.click();
  await visit.page.locator('[data-position="0"]').waitFor();
  await visit.page.evaluate(() => new Promise(requestAnimationFrame));
  const took = performance.now() - began;
  await visit.close();
  return took;
};

/** From nothing to the first screen, by a browser that has kept none of it. */
const first = async (running: RunningConsole): Promise<number> => {
  const visit = await open(running, 'hq');
  const began = performance.now();
  await visit.page.goto(running.api.address);
  await visit.page.locator('h1').first().waitFor();
  const took = performance.now() - began;
  await visit.close();
  return took;
};

const measure = async (running: RunningConsole, { rounds, ms }: Pace): Promise<readonly Result[]> => {
  const measured: Measured[] = [];
  for (let round = 0; round < rounds; round++)
    measured.push({
      scroll: await findings(running, ms),
      ...(await matrix(running, ms)),
      record: await record(running),
      open: await first(running),
    });
  const result = (what: string, name: keyof Measured, promised: number) =>
    resultOf(
      what,
      'ms',
      measured.map((one) => ({ ours: one[name], theirs: promised })),
      AT_MOST,
    );
  return [
    result(`longest frame, list of ${String(FINDINGS)} findings`, 'scroll', FRAME),
    result(`longest frame, matrix of ${String(DUTY_POINTS)} duty points`, 'grid', FRAME),
    result(`an arrow key there, until it is drawn`, 'key', KEY),
    result(`history of ${String(EVENTS)} events, until the first can be chosen`, 'record', INTERACTIVE),
    result('first screen, nothing kept', 'open', INTERACTIVE),
  ];
};

/** What people feel of the console, in a real browser. */
export const console: Bench = {
  title: 'Console: frames and waits',
  columns: ['measured', 'promised'],
  run: async (pace = { rounds: ROUNDS, ms: SCROLLED_MS, warmMs: 0 }) => {
    await startDatabase();
    const running = await RunningConsole.start();
    try {
      return await measure(running, pace);
    } finally {
      await running.stop();
      await stopDatabase();
    }
  },
};
