import { expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import type { RunningConsole } from './support/running-console.js';

interface Answer {
  readonly data: { readonly findings: { readonly edges: readonly { readonly node: object }[] } };
}

const PAGE = 50;
const ALL = 600;

/** Answers each page of the findings with fifty of these, made of one that the server answered. */
const madePages = (first: Answer, all: number) => async (route: Route) => {
  const { variables } = route.request().postDataJSON() as { readonly variables: { readonly after?: string } };
  const after = Number(variables.after ?? 0);
  const edges = Array.from({ length: PAGE }, (_, at) => ({
    node: {
      ...first.data.findings.edges[0]?.node,
      id: `finding-${String(after + at)}`,
      place: `第 ${String(after + at)} 处`,
    },
  }));
  const pageInfo = { hasNextPage: after + PAGE < all, endCursor: String(after + PAGE) };
  await route.fulfill({ json: { data: { findings: { ...first.data.findings, totalCount: all, edges, pageInfo } } } });
};

/** Has the list of findings made of so many, in a browser that asks the server for everything else. */
export const manyFindings = async (page: Page, all: number): Promise<void> => {
  let first: Answer | undefined;
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('query Findings') !== true) return route.continue();
    first ??= (await (await route.fetch()).json()) as Answer;
    return madePages(first, all)(route);
  });
};

/** What long lists do: in the browser and on the server that the other screens are looked at on. */
export const listsFlows = (running: () => RunningConsole): void => {
  it('are read to the end as somebody scrolls, and draw only what is near', async () => {
    const visit = await running().visit({ language: 'zh', as: 'supervision' });
    await manyFindings(visit.page, ALL);
    await visit.open('/findings');
    await visit.page.getByText(`${String(ALL)} 项`).waitFor();
    const drawn = () => visit.page.locator('tbody a').count();
    expect(await drawn()).toBeGreaterThanOrEqual(PAGE);
    const end = visit.page.getByText(`第 ${String(ALL - 1)} 处`);
    for (let tries = 0; tries < 100 && (await end.count()) === 0; tries++) {
      await visit.page.evaluate(() => document.querySelector('main')?.scrollBy(0, 3_000));
      await visit.page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await end.waitFor();
    expect(await drawn()).toBeLessThan(PAGE * 3);
    expect([await visit.barriers(), await visit.sideways()]).toEqual([[], 0]);
    await visit.page.keyboard.press('j');
    await visit.page.keyboard.press('j');
    expect(await visit.page.evaluate(() => document.activeElement?.closest('tbody') !== null)).toBe(true);
    await visit.page.evaluate(() => document.querySelector('main')?.scrollTo(0, 0));
    await visit.page.getByText('第 0 处').waitFor();
    await visit.close();
  });
};
