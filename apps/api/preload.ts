import { basename, join } from 'node:path';
import { keepCompiled } from '#platform/compile-cache';

/** Node 20 lacks what later versions have, and then the driver of PostgreSQL loads Node's HTTP client to see whether it runs in a browser's worker. */
if (typeof navigator === 'undefined') {
  const userAgent = `Node.js/${process.versions.node.split('.')[0] ?? ''}`;
  Object.defineProperty(globalThis, 'navigator', { value: { userAgent }, configurable: true });
}

const built = join(__dirname, '../..');

/** Beside the built code, and replaced with it. Sources that run as they are have none. */
export const compileCache = basename(built) === 'dist' ? keepCompiled(join(built, '.compiled')) : undefined;
