import { CompileCache } from './compile-cache.js';
import { nodeCache, type SavedOnce } from './node-cache.js';

/** Keeps what is compiled from now on, beside `path`: by Node's own means where it has them, otherwise by ours. */
export const keepCompiled = (path: string): SavedOnce => nodeCache(`${path}-by-node`) ?? CompileCache.install(path);
