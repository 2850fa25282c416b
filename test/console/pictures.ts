// Makes the pictures of both READMEs of those that the browser specifications left behind: npm run pictures.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../support/chromium.js';
import { root } from '../support/source-files.js';

const FROM = join(root, 'test/console/screens');
const TO = join(root, 'infra/screens');
const QUALITY = 0.82;

/** What stands in the READMEs, by the name that it has there. */
const PICTURES: Readonly<Record<string, string>> = {
  overview: 'overview-zh-light-1440',
  matrix: 'matrix-assign-zh-light',
  directive: 'directive-zh-light-1440',
  access: 'access-zh-light-1440',
  finding: 'finding-zh-light-1440',
  inbox: 'inbox-zh-light-1440',
  completion: 'complete-zh-light-1440',
  history: 'history-en-dark-1440',
  check: 'history-check-zh-light',
  field: 'field-zh-offline',
};

const main = async (): Promise<void> => {
  mkdirSync(TO, { recursive: true });
  const browser = await launchChromium();
  const page = await browser.newPage();
  for (const [name, source] of Object.entries(PICTURES)) {
    const png = readFileSync(join(FROM, `${source}.png`)).toString('base64');
    const webp = await page.evaluate(
      async ([data, quality]) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.width, image.height];
        canvas.getContext('2d')?.drawImage(image, 0, 0);
        return canvas.toDataURL('image/webp', quality).split(',')[1] ?? '';
      },
      [png, QUALITY] as const,
    );
    writeFileSync(join(TO, `${name}.webp`), Buffer.from(webp, 'base64'));
  }
  await browser.close();
};

void main();
