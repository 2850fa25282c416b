import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { givePasswords } from '../../../apps/cli/demo/passwords.js';
import { story } from '../../../apps/cli/demo/story/index.js';
import { launchChromium } from '../../support/chromium.js';
import { RunningApi } from '../../support/running-api.js';
import { root } from '../../support/source-files.js';
import { Visit } from './visit.js';

/** Somebody of the demo, and what they sign in with. */
export interface Account {
  readonly name: string;
  readonly password: string;
}

/** How a page is looked at. */
export interface Look {
  readonly language?: 'zh' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  /** By which role of the demo, or by which of its people; by nobody, when left out. */
  readonly as?: string;
  /** By which name the server is gone to; its own, when left out. */
  readonly host?: string;
}

const SCREENS = join(root, 'test/console/screens');
const HEIGHT = 900;

/** The console as it is built, served by the whole application with the demo's story, in a browser. */
export class RunningConsole {
  private constructor(
    readonly api: RunningApi,
    private readonly browser: Browser,
    private readonly accounts: ReadonlyMap<string, Account>,
  ) {}

  static async start(): Promise<RunningConsole> {
    mkdirSync(SCREENS, { recursive: true });
    await promisify(execFile)(process.execPath, [join(root, 'infra/console.mjs')]);
    const [api, browser] = await Promise.all([RunningApi.start(), launchChromium()]);
    const { failed } = await api.load(story());
    if (failed.length > 0) throw new Error('the story was not told whole');
    return new RunningConsole(api, browser, await accountsOf(api));
  }

  account(as: string): Account {
    const account = this.accounts.get(as);
    if (!account) throw new Error(`nobody of the demo is ${as}`);
    return account;
  }

  /** A browser of its own, that holds nothing but what it is given. */
  async visit({ language = 'zh', theme = 'light', width = 1440, as, host }: Look = {}): Promise<Visit> {
    const options: BrowserContextOptions = { viewport: { width, height: HEIGHT }, locale: 'zh-CN' };
    const context = await this.browser.newContext(options);
    const liked = JSON.stringify({ language, theme });
    await context.addInitScript(
      `localStorage.getItem('sifang-preferences') ?? localStorage.setItem('sifang-preferences', '${liked}')`,
    );
    const address = this.addressAt(host);
    if (as !== undefined) await context.addCookies([{ ...(await this.sessionOf(as)), url: address }]);
    return Visit.in(context, { address, screens: SCREENS });
  }

  private async sessionOf(as: string) {
    const response = await fetch(`${this.api.address}/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(this.account(as)),
    });
    const [name = '', value = ''] = (response.headers.get('set-cookie')?.split(';')[0] ?? '').split('=');
    return { name, value };
  }

  private addressAt(host: string | undefined): string {
    const { address } = this.api;
    return host === undefined ? address : `http://${host}:${new URL(address).port}`;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.api.stop();
  }
}

const accountsOf = async (api: RunningApi): Promise<ReadonlyMap<string, Account>> => {
  const shown = await api.atGate(({ door }) => givePasswords(door, 'zh'));
  const held = shown.toReversed().map(({ role, name, password }) => [role, { name, password }] as const);
  return new Map([...held, ...held.map(([, account]) => [account.name, account] as const)]);
};
