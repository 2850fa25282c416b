import type { Page } from 'playwright-core';
import { tinyExif, tinyJpeg, tinyPng } from '../../../libs/platform/evidence-files/testing/tiny-files.js';
import type { Account, RunningConsole } from './running-console.js';
import type { Visit } from './visit.js';

/** What a phone is used for in a story. */
interface Written {
  readonly what: string;
  readonly kind?: string;
  /** The station's exit, when left out. */
  readonly place?: string;
  readonly photos?: readonly string[];
}

/** A picture as the store has it. */
interface Kept {
  readonly path: string;
  readonly sha256: string;
  readonly stored: { readonly takenAt: string | null; readonly takenWhere: string | null };
}

/** A finding as the API has it, with the events of its history that came from a phone. */
export interface Logged {
  readonly id: string;
  readonly description: string;
  readonly evidence: readonly Kept[];
  readonly events: readonly Event[];
}

/** A picture that is like no other, of several pieces on its way: the store takes the same one once. */
export const aPicture = (says: string): Buffer => tinyPng({ text: says.padEnd(2_500_000, ' ') });

/** What a camera takes: so large, and with its claims. */
export const aPhoto = async (
  page: Page,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Buffer> => {
  const drawn = await page.evaluate(
    async ([across, down]) => {
      const canvas = new OffscreenCanvas(across, down);
      const noise = new ImageData(across, down);
      noise.data.forEach((_, at, data) => (data[at] = at % 4 === 3 ? 255 : (at * at) % 251));
      canvas.getContext('2d')?.putImageData(noise, 0, 0);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    [width, height] as const,
  );
  const claims = tinyJpeg({ exif: tinyExif('2022:04:03 09:12:00') });
  // All of that tiny picture up to its own frame.
  const frame = claims.indexOf(Buffer.from([0xff, 0xc0]));
  return Buffer.concat([claims.subarray(0, frame), Buffer.from(drawn, 'base64').subarray(2)]);
};

/** The form on a phone, in Chinese. */
export class Phone {
  constructor(readonly visit: Visit) {
    visit.context.setDefaultTimeout(10_000);
  }

  get page(): Page {
    return this.visit.page;
  }

  async open(page = this.page): Promise<void> {
    await page.goto(`${this.visit.address}/field`);
    await page.locator('h1').waitFor();
  }

  /** Opened once with a network, and kept at the phone since. */
  async kept(): Promise<this> {
    await this.open();
    await this.page.getByLabel('看到了什么').waitFor();
    await this.page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active?.state === 'activated') return;
      await new Promise((resolve) => active?.addEventListener('statechange', resolve));
    });
    return this;
  }

  async signIn({ name, password }: Account): Promise<void> {
    await this.page.getByLabel('登录名').fill(name);
    await this.page.getByLabel('密码').fill(password);
    await this.page.getByRole('button', { name: '登录' }).click();
  }

  /** Writes one finding, and saves it. */
  async write({ what, kind, place, photos = [] }: Written): Promise<void> {
    const field = this.page.getByLabel('地点', { exact: true });
    if (place !== undefined) await field.fill(place);
    else if ((await field.inputValue()) === '') await this.page.getByRole('button', { name: '出站口信息维护' }).click();
    if (kind !== undefined) await this.page.getByRole('radio', { name: kind }).check();
    await this.page.getByLabel('看到了什么').fill(what);
    const files = photos.map((name) => ({ name: `${name}.png`, mimeType: 'image/png', buffer: aPicture(name) }));
    if (files.length > 0) await this.page.getByLabel('选取').setInputFiles(files);
    for (const { name } of files) await this.page.getByText(name).waitFor();
    await this.page.getByRole('button', { name: '保存', exact: true }).click();
    await this.page.getByRole('button', { name: '再记一个' }).waitFor();
  }

  async another(): Promise<void> {
    await this.page.getByRole('button', { name: '再记一个' }).click();
  }

  /** The queue as it stands on the page. */
  async queue(page = this.page): Promise<readonly string[]> {
    await page.getByRole('region', { name: '发送队列' }).waitFor();
    const open = page.getByRole('button', { name: '发送队列' });
    if (await open.isVisible()) await open.click();
    return page.getByRole('region', { name: '发送队列' }).getByRole('listitem').allInnerTexts();
  }
}

const FINDINGS =
  'query ($head: String) { findings(first: 100, waitFor: $head) { edges { node { id description evidence { path sha256 stored { takenAt takenWhere } } } } } }';
const HISTORY = 'query ($id: ID!) { timeline(id: $id, first: 50) { edges { node { name position source } } } }';

interface Event {
  readonly name: string;
  readonly position: string;
  readonly source: string;
}

/** All findings of the log that say this. */
export const loggedWith = async ({ api }: RunningConsole, what: string): Promise<readonly Logged[]> => {
  const { data: log } = await api.ask('inspector', '{ head }');
  const { data } = await api.ask('inspector', FINDINGS, { head: log?.['head'] });
  const { edges } = data?.['findings'] as { readonly edges: readonly { readonly node: Omit<Logged, 'events'> }[] };
  const found = edges.map(({ node }) => node).filter(({ description }) => description === what);
  return Promise.all(
    found.map(async (node) => {
      const history = await api.ask('inspector', HISTORY, { id: node.id });
      const timeline = history.data?.['timeline'] as { readonly edges: readonly { readonly node: Event }[] };
      const events = timeline.edges.map(({ node: event }) => event).filter(({ source }) => source === 'mobile');
      return { ...node, events };
    }),
  );
};
