import { expect, it } from '@jest/globals';
import { countOf } from './support/asked.js';
import { inEach, LOOKS, pictured } from './support/looks.js';
import type { RunningConsole } from './support/running-console.js';

const DAY = 24 * 3_600_000;

interface Overview {
  readonly data: {
    readonly overview: { readonly at: string };
    readonly dutyGaps: { readonly edges: readonly { readonly node: { readonly detectedAt: string } }[] };
  };
}

interface Trouble {
  readonly data: {
    readonly system: {
      readonly views: readonly object[];
    };
  };
}

/** The same answer of a server that something is wrong with. */
const troubled = ({ data: { system } }: Trouble) => {
  const late = { name: 'zz_last', position: '3', eventsBehind: 12, secondsBehind: 125, parked: 1 };
  const stream = { id: 'person-00000000-0000-4000-8000-000000000001', label: null, __typename: 'Ref' };
  const trouble = {
    failing: ['views'],
    views: [...system.views, { ...system.views[0], ...late }],
    parked: [{ follower: 'zz_last', stream, position: '7', error: 'TypeError: x', __typename: 'ParkedStream' }],
    alarms: [
      {
        ...{ name: 'open-transaction', of: '4711', facts: ['seconds 75'], __typename: 'SystemAlarm' },
        said: '有数据库会话长时间未结束事务：请查明归属并结束该会话。',
      },
    ],
  };
  return { data: { system: { ...system, ...trouble } } };
};

/** What is told of the system itself: in the browser and on the server that the other screens are looked at on. */
export const systemFlows = (running: () => RunningConsole): void => {
  it('tell ages by the clock of the log, which is years behind the one of the browser', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    const answered = visit.page.waitForResponse(
      (response) => response.request().postData()?.includes('query Overview') === true,
    );
    await visit.open('/');
    const answer = await answered;
    const { overview, dutyGaps } = ((await answer.json()) as Overview).data;
    const since = dutyGaps.edges.map(({ node }) => Date.parse(node.detectedAt)).sort()[0] ?? 0;
    const days = Math.floor((Date.parse(overview.at) - since) / DAY);
    await visit.page.getByText(`最早的已 ${String(days)} 天`).waitFor();
    expect(days).toBeLessThan(30);
    await visit.open('/findings');
    // Every deadline of the story lies in its own year, which is not said then.
    await visit.page.locator('tbody tr').nth(1).waitFor();
    expect(await visit.page.locator('tbody').innerText()).not.toContain('年');
    await visit.close();
  });

  it.each([
    { name: 'system', path: '/system', as: 'guan.li' },
    { name: 'system-settings', path: '/system/settings', as: 'guan.li' },
    { name: 'system-security', path: '/system/security', as: 'auditor' },
    { name: 'system-security-none', path: '/system/security?event=sys_monitor_disabled', as: 'auditor' },
    { name: 'system-denied', path: '/system', as: 'inspector' },
  ])('have no barrier, ask nobody else, and fit: $name', async ({ name, path, as }) => {
    await inEach(LOOKS, running(), as, async (visit, look) => {
      await visit.open(path);
      expect(await visit.barriers()).toEqual([]);
      expect([await visit.sideways(), visit.foreign, visit.complaints]).toEqual([0, [], []]);
      await visit.picture(pictured(name, look));
    });
  });

  it('show what is wrong with the server first, and what is behind before the rest', async () => {
    const visit = await running().visit({ language: 'zh', as: 'guan.li' });
    await visit.page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('query System') !== true) return route.continue();
      const answer = (await (await route.fetch()).json()) as Trouble;
      return route.fulfill({ json: troubled(answer) });
    });
    await visit.open('/system');
    await visit.page.getByText('views 未就绪，暂不受理请求').waitFor();
    await visit.page.getByText('open-transaction').waitFor();
    await visit.page.getByText('1 个落后或有搁置').waitFor();
    const first = visit.page.getByRole('table', { name: '视图' }).getByRole('row').nth(1);
    expect(await first.innerText()).toMatch(/zz_last[\s\S]+◔[\s\S]+2 分[\s\S]+✗/);
    await visit.page.getByRole('link', { name: '停在 #7' }).waitFor();
    expect(await visit.barriers()).toEqual([]);
    await visit.picture('system-trouble-zh-light');
    await visit.close();
  });

  it('say by how much lists are behind, as long as they are', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    await visit.page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('query Freshness') !== true) return route.continue();
      const freshness = { head: '1219', reached: '1204', secondsBehind: 3.2, __typename: 'Freshness' };
      return route.fulfill({ json: { data: { freshness } } });
    });
    await visit.open('/matrix');
    const bar = visit.page.getByText('列表比日志晚 3 秒（列表到 1,204，日志到 1,219）');
    await bar.waitFor();
    expect([await visit.barriers(), await visit.sideways()]).toEqual([[], 0]);
    await visit.picture('state-stale-zh-light');
    await visit.page.unroute('**/graphql');
    await bar.waitFor({ state: 'detached' });
    await visit.page.getByText(/视图与日志一致/).waitFor();
    await visit.close();
  });

  it('ask by themselves while somebody is there: a page that is left alone keeps no session alive', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    const { page } = visit;
    await page.clock.install();
    const asked = countOf(page, 'Freshness');
    await visit.open('/directives');
    await asked.settled();
    const opened = asked.begun();
    // For a minute it may be that somebody reads.
    for (let tick = 0; tick < 12; tick += 1) {
      await page.clock.runFor(5_000);
      await asked.settled();
    }
    expect(asked.begun()).toBeGreaterThan(opened + 3);
    await page.clock.runFor(540_000);
    await asked.settled();
    const alone = asked.begun();
    expect(alone).toBeLessThan(opened + 15);
    const back = page.waitForRequest(asked.isOne);
    await page.mouse.move(300, 300);
    await page.clock.runFor(5_000);
    await back;
    await visit.close();
  });
};
