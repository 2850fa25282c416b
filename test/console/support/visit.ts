import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const GRAVE = ['serious', 'critical'];

interface Where {
  readonly address: string;
  readonly screens: string;
}

/** One browser that looks at the console: what it asked of others goes nowhere, and is remembered with all that it complained of. */
export class Visit {
  /** Whatever was asked of anybody but the console's own server. */
  readonly foreign: string[] = [];
  /** Broken rules of the page's policy, and errors that nobody caught. */
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly where: Where,
  ) {}

  static async in(context: BrowserContext, where: Where): Promise<Visit> {
    const visit = new Visit(context, await context.newPage(), where);
    await context.route(/.*/, (route) => {
      const url = route.request().url();
      if (url.startsWith(where.address)) return route.continue();
      visit.foreign.push(url);
      return route.abort();
    });
    visit.page.on('console', (message) => {
      if (/Content Security Policy|refused to/i.test(message.text())) visit.complaints.push(message.text());
    });
    visit.page.on('pageerror', (error) => visit.complaints.push(error.message));
    return visit;
  }

  get address(): string {
    return this.where.address;
  }

  /** Opens a screen, and waits until it has been read. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.where.address}${path}`);
    await this.settled();
  }

  /** Nothing is being asked any more, and nothing says that it is being read. */
  async settled(): Promise<void> {
    await this.page.waitForLoadState('networkidle');
    await this.page.waitForFunction(() => document.querySelector('h1, h2') !== null);
  }

  /** What of the page people would stumble over who do not see, or use no mouse. */
  async barriers(): Promise<readonly string[]> {
    await this.page.evaluate(AXE);
    const results = await this.page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
    return results.violations
      .filter(({ impact }) => GRAVE.includes(impact ?? ''))
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }

  /** By how many pixels the page is wider than the window. */
  async sideways(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** Kept for whoever compares it with its picture. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(this.where.screens, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
