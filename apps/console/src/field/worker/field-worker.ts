/*
 * Keeps the shell of the field form at the phone, so that it opens without a network: its page, scripts and styles, of one build, and
 * nothing else. What is asked of the API passes by it.
 */

/** What the build says is to be kept. */
declare const SHELL: { readonly version: string; readonly files: readonly string[] };

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
}
const worker = self as unknown as Worker;

const PAGE = '/field';
const OURS = 'field-shell-';
const CACHE = `${OURS}${SHELL.version}`;
/** A network that does not answer is none. */
const PATIENCE_MS = 3_000;

/** All or nothing: without one of them it stays as it was. */
const keep = async (): Promise<void> => {
  const cache = await caches.open(CACHE);
  const page = new Request(PAGE, { headers: { accept: 'text/html' }, cache: 'reload' });
  await cache.addAll([page, ...SHELL.files]);
  await worker.skipWaiting();
};

const dropOthers = async (): Promise<void> => {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
  await worker.clients.claim();
};

const kept = async (path: string): Promise<Response | undefined> => (await caches.open(CACHE)).match(path);

/** The page as the server has it now; as it was kept where there is no server. The two never mix: a page names its own files. */
const pageNow = async (request: Request): Promise<Response> => {
  const gaveUp = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const asked = fetch(request).catch(() => undefined);
  const now = await Promise.race([asked, gaveUp]);
  if (now?.ok === true) return now;
  return (await kept(PAGE)) ?? now ?? (await asked) ?? Response.error();
};

const fileOf = async (request: Request, path: string): Promise<Response> => (await kept(path)) ?? fetch(request);

worker.addEventListener('install', (event) => event.waitUntil(keep()));
worker.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(pageNow(request));
  else if (SHELL.files.includes(pathname)) event.respondWith(fileOf(request, pathname));
});
