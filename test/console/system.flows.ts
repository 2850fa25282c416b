import { expect, it } from '@jest/globals';
import type { RunningConsole } from './support/running-console.js';

const DAY = 24 * 3_600_000;

interface Overview {
  readonly data: {
    readonly overview: { readonly at: string };
    readonly gaps: { readonly edges: readonly { readonly node: { readonly detectedAt: string } }[] };
  };
}

/** What is told of the system itself: in the browser and on the server that the other screens are looked at on. */
export const systemFlows = (running: () => RunningConsole): void => {
  it('tell ages by the clock of the log, which is years behind the one of the browser', async () => {
    const visit = await running().visit({ language: 'zh', as: 'hq' });
    const answered = visit.page.waitForResponse(
      (response) => response.request().postData()?.includes('query Overview') === true,
    );
    await visit.open('/');
    const answer = await answered;
    const { overview, gaps } = ((await answer.json()) as Overview).data;
    const since = gaps.edges.map(({ node }) => Date.parse(node.detectedAt)).sort()[0] ?? 0;
    const days = Math.floor((Date.parse(overview.at) - since) / DAY);
    await visit.page.getByText(`最早的已 ${String(days)} 天`).waitFor();
    expect(days).toBeLessThan(30);
    await visit.open('/findings');
    // Every deadline of the story lies in its own year, which is not said then.
    await visit.page.locator('tbody tr').nth(1).waitFor();
    expect(await visit.page.locator('tbody').innerText()).not.toContain('年');
    await visit.close();
  });
};
