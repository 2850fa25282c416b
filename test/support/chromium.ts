import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { root } from './source-files.js';

const named = process.env['CHROMIUM'];

/** Whether there is a browser: one comes with the packages on Linux x64, elsewhere CHROMIUM names one. */
export const hasChromium = named !== undefined || (process.platform === 'linux' && process.arch === 'x64');

const VERSION = '138.0.2';
const HOME = join(root, `node_modules/.cache/chromium-${VERSION}`);

/** A name of this machine that browsers do not trust as they do its own: as on an intranet without certificates. */
export const INTRANET = 'intranet.example';

/** Nothing but the page under test may use the network. */
const ARGUMENTS = [
  `--host-resolver-rules=MAP ${INTRANET} 127.0.0.1`,
  ...['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-quic', '--no-first-run', '--font-render-hinting=none'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Unpacks it once for this checkout; of several that do so at a time, the first one's stays. */
const unpacked = async (): Promise<string> => {
  if (existsSync(HOME)) return HOME;
  const side = `${HOME}.new-${String(process.pid)}`;
  mkdirSync(side, { recursive: true });
  const env = { PATH: process.env['PATH'], TMPDIR: side, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  await promisify(execFile)(process.execPath, [join(__dirname, 'unpack-chromium.cjs')], { env });
  writeFileSync(join(side, 'fonts.conf'), FONTS);
  try {
    renameSync(side, HOME);
  } catch {
    rmSync(side, { recursive: true, force: true });
  }
  return HOME;
};

const CHINESE = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc');
const folders = [`${CHINESE}/400Regular`, `${CHINESE}/600SemiBold`, `${HOME}/fonts`, '/usr/share/fonts'];

/** Chinese glyphs come with the packages as well: a bare machine has none. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${HOME}/fontcache</cachedir>
</fontconfig>
`;

/** A browser of its own; whoever launches it closes it. */
export const launchChromium = async (): Promise<Browser> => {
  if (named !== undefined) return chromium.launch({ executablePath: named, args: ARGUMENTS });
  const home = await unpacked();
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [join(home, 'al2023/lib'), process.env['LD_LIBRARY_PATH'] ?? ''].join(':'),
    FONTCONFIG_FILE: join(home, 'fonts.conf'),
  };
  return chromium.launch({ executablePath: join(home, 'chromium'), args: ARGUMENTS, env });
};
