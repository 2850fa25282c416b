import type { Page, Request } from 'playwright-core';

const LOOK_MS = 20;

/**
 * Counts how often a page asks one query. A page whose clock is moved by hand outruns its server, and asks nothing twice
 * that is still on its way: whoever counts waits until all has been answered.
 */
export const countOf = (page: Page, query: string) => {
  const open = new Set<Request>();
  let begun = 0;
  const isOne = (request: Request) => request.postData()?.includes(`query ${query}`) === true;
  page.on('request', (request) => {
    if (!isOne(request)) return;
    begun += 1;
    open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  const settled = async () => {
    while (open.size > 0) await new Promise((done) => setTimeout(done, LOOK_MS));
  };
  return { begun: () => begun, isOne, settled };
};
