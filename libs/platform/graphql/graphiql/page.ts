import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { GRAPHQL_PATH, type Example } from '../server/options.js';
import { SIGN_IN_BAR, startScript } from './sign-in-bar.js';

/** The playground as it is sent: compressed, with what its headers say. */
export interface Page {
  readonly gzipped: Buffer;
  readonly etag: string;
  readonly policy: string;
}

const TITLE = 'Sifang 四方 · GraphiQL';

const options = (examples: readonly Example[]) => ({
  title: TITLE,
  endpoint: GRAPHQL_PATH,
  subscriptionsEndpoint: GRAPHQL_PATH,
  subscriptionsProtocol: 'WS',
  ...(examples.length > 0 && { defaultTabs: examples }),
  shouldPersistHeaders: false,
});

const OPEN = '<script>';
const CLOSE = '</script>';
const START = 'YogaGraphiQL.renderYogaGraphiQL(';

const digest = (text: string, encoding: 'base64' | 'hex') => createHash('sha256').update(text).digest(encoding);

/** Nothing but this page's own script runs, and it talks to this server only. */
const policyFor = (script: string) =>
  [
    "default-src 'none'",
    `script-src 'sha256-${digest(script, 'base64')}'`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    'font-src data:',
    "connect-src 'self'",
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Builds the page from the library's own, which has everything inside. Some megabytes: loaded when first asked for. */
export const buildPage = async (examples: readonly Example[]): Promise<Page> => {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const rendered = renderGraphiQL({ title: TITLE });
  const from = rendered.indexOf(OPEN) + OPEN.length;
  const start = rendered.lastIndexOf(START);
  const to = rendered.indexOf(CLOSE, start);
  if (from < OPEN.length || start < from || to < start) throw new Error('the playground page is not built as expected');
  const script = `${rendered.slice(from, start)}${startScript(options(examples))}`;
  const before = rendered.slice(0, from).replace('<div id="root">', `${SIGN_IN_BAR}<div id="root">`);
  const html = `${before}${script}${rendered.slice(to)}`.trimStart();
  return { gzipped: await promisify(gzip)(html), etag: `"${digest(html, 'hex')}"`, policy: policyFor(script) };
};
